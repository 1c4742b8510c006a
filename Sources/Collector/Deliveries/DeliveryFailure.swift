/// Why a receiver was not told.
struct DeliveryFailure: Error, CustomStringConvertible {
    /// What went wrong, for people. Never holds the path of a URL, which may be a secret.
    let description: String
    /// For how long the receiver asks to be left alone.
    var retryAfter: Duration?
    /// The collector stops: this was no attempt.
    var isInterruption = false

    init(_ description: String, retryAfter: Duration? = nil) {
        (self.description, self.retryAfter) = (description, retryAfter)
    }

    static var interrupted: DeliveryFailure {
        var failure = DeliveryFailure("headframed stops")
        failure.isInterruption = true
        return failure
    }
}
