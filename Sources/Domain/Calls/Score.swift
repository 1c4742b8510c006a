/// A judgement of a call by an evaluator, a user or a reviewer.
public struct Score: Hashable, Sendable {
    /// Which quality is judged (`faithfulness`, `user_feedback`, …).
    public var name: String
    /// The value; nil when the judge gave only a label or failed.
    public var value: Double?
    public var label: String?
    public var explanation: String?
    /// Who judged: `human`, `llm`, `code`; nil when nobody says.
    public var source: String?
    /// Why there is no value, when the judge failed.
    public var errorType: String?
    /// The judged span, when it is named …
    public var traceID: TraceID?
    public var spanID: SpanID?
    /// … else the response that was judged.
    public var responseID: String?
    public var time: Timestamp
    public var service: String
    public var environment: String

    /// A judgement named `name`, made at `time`.
    public init(name: String, time: Timestamp, service: String, environment: String) {
        (self.name, self.time, self.service, self.environment) = (name, time, service, environment)
    }
}
