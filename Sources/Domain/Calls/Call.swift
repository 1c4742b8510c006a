/// What one span means: the one language into which every dialect is translated. It says what stands on the span itself
/// (attributes, its events, its resource); what stands on other spans of the trace comes in by `TraceResolution`.
public struct Call: Hashable, Sendable {
    /// The convention that was recognised.
    public var dialect: Dialect = .none
    /// What the span does; nil for an ordinary span that has nothing to do with LLMs.
    public var operation: Operation?
    /// `service.name` of the resource; `unknown` when it has none.
    public var service: String = "unknown"
    /// The environment (`prod`, …); `default` when nobody says.
    public var environment: String = "default"
    public var provider: String?
    /// The model that was asked for.
    public var requestModel: String?
    /// The model that answered.
    public var responseModel: String?
    public var context = CallContext()
    public var usage = TokenUsage()
    /// What the client says that the call cost.
    public var reportedCost: Money?
    /// From the start of the request to the first token; only of calls that streamed.
    public var timeToFirstToken: Nanoseconds?
    public var finishReasons: [String] = []
    public var responseID: String?
    /// Whether the span failed.
    public var isError = false
    /// The kind of failure (`error.type`, else the exception's type); nil when it did not fail or nobody says.
    public var errorType: String?
    public var toolName: String?
    public var agentName: String?
    /// The service tier that answered, else the one asked for (`flex`, `priority`, `batch`, …).
    public var serviceTier: String?
    /// Irregularities found while reading its numbers.
    public var flags: TelemetryFlags = []
    /// The rules that its numbers of tokens break.
    public var lint: LintFindings = []

    /// An ordinary span.
    public init() {}

    /// The model that answered, else the one asked for.
    public var model: String? { responseModel ?? requestModel }
}
