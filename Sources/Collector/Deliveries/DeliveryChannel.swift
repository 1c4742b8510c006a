import Domain
import Storage

/// A way to tell a receiver. Any thread may use it.
protocol DeliveryChannel: Sendable {
    /// Tells the receiver. Blocks until that is done or has failed, for ten seconds or `timeout` at most.
    func deliver(_ delivery: Delivery, timeout: Duration) throws(DeliveryFailure)

    /// Whether what the configuration names is there and may be used, without telling anybody anything.
    func check() throws(DeliveryFailure)

    /// Ends what is under way, with `DeliveryFailure.interrupted`, and everything that comes after.
    func close()
}

/// A way to tell a receiver that believes in an alert only as long as it hears of it.
protocol RepeatingChannel: DeliveryChannel {
    /// Tells that `firing` still fire and `ended` do not any more.
    func `repeat`(firing: [Alert], ended: [Alert], at time: Timestamp) throws(DeliveryFailure)
}
