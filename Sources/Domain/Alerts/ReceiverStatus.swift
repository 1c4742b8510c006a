/// How deliveries to a receiver of alerts go.
public struct ReceiverStatus: Hashable, Sendable {
    public var name: String
    /// `webhook`, `slack`, `alertmanager` or `command`.
    public var kind: String
    /// Notifications that wait to be delivered.
    public var waiting: Int
    public var delivered: Int64
    /// Notifications given up after all attempts, or dropped because the queue was full.
    public var lost: Int64
    public var lastSuccess: Timestamp?
    public var lastFailure: Timestamp?
    /// What went wrong last.
    public var trouble: String?
    /// Until when nothing is tried because too much failed in a row; nil while it is tried.
    public var pausedUntil: Timestamp?

    /// A receiver to which nothing has gone yet.
    public init(name: String, kind: String) {
        (self.name, self.kind, waiting, delivered, lost) = (name, kind, 0, 0, 0)
    }
}
