/// A log record that is kept: one that carries messages or belongs to a span.
public struct LogObservation: Sendable {
    public var log: LogRecord
    /// The time by which it is filed: its own, or the time of receipt when that cannot be.
    public var time: Timestamp
    public var service: String
    /// What it adds to the call of the span that it names.
    public var supplement: CallSupplement?

    /// A log record filed at `time`.
    public init(log: LogRecord, time: Timestamp, service: String, supplement: CallSupplement? = nil) {
        (self.log, self.time, self.service, self.supplement) = (log, time, service, supplement)
    }
}
