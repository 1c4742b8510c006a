/// Why a command did nothing.
struct CommandFailure: Error, Hashable {
    /// A sentence for people that says what to do instead.
    var reason: String
    /// The character of the argument that is wrong, where that is known.
    var offset: Int?

    init(_ reason: String, at offset: Int? = nil) { (self.reason, self.offset) = (reason, offset) }
}
