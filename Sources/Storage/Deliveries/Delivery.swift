import Domain

/// A notification on its way to one receiver.
public struct Delivery: Hashable, Sendable {
    /// Its place in the queue.
    let row: Int64
    /// The same at every attempt, so that a receiver that got it twice can tell.
    public let key: IdempotencyKey
    /// Name of the receiver.
    public let receiver: String
    public let notification: AlertNotification
    /// Attempts that failed so far.
    public let attempts: Int
    /// Not to be tried before.
    public let due: Timestamp

    /// One that stands in no queue, for a test.
    public init(unqueued notification: AlertNotification, to receiver: String) {
        var random = SystemRandomNumberGenerator()
        (row, key, self.receiver) = (0, IdempotencyKey(using: &random), receiver)
        (self.notification, attempts, due) = (notification, 0, notification.time)
    }

    /// The delivery in a row of `selection`; nil when it cannot be understood.
    init?(_ search: PreparedStatement, receiver: String) {
        guard let key = search.text(1).flatMap({ IdempotencyKey($0) }),
            let notification = search.text(2).flatMap({ try? JSON(parsing: $0) }).flatMap({ AlertNotification($0) })
        else { return nil }
        (row, self.key, self.receiver, self.notification) = (search.integer(0), key, receiver, notification)
        (attempts, due) = (Int(clamping: search.integer(3)), Timestamp(nanoseconds: search.integer(4)))
    }

    static let selection = "SELECT id, key, notification, attempts, due_ns FROM delivery"
}
