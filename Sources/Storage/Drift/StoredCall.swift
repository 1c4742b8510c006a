import Domain

/// A span of a call, or of a retrieval step, as it is read once after it was stored.
public struct StoredCall: Sendable {
    public var traceID: TraceID
    public var spanID: SpanID
    public var end: Timestamp
    public var environment: String
    public var service: String
    public var isRetrieval: Bool
    public var release: String?
    public var model: String?
    public var finishReason: String?
    public var isError: Bool
    /// Seconds.
    public var duration: Double?
    /// Seconds.
    public var timeToFirstToken: Double?
    public var inputTokens: Int64?
    public var outputTokens: Int64?
    /// US dollars.
    public var cost: Double?
    /// A hash of the session; of the user, then of the trace, when nobody says one.
    public var session: UInt64
}
