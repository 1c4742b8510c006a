/// The tokens of one call. `input` includes cached tokens, `output` includes reasoning tokens (the OpenTelemetry meaning);
/// each is nil when the client did not say, which is not the same as 0.
public struct TokenUsage: Hashable, Sendable {
    /// All tokens of the input, those read from or written to a cache included.
    public var input: Int64?
    /// All tokens of the output, reasoning included.
    public var output: Int64?
    /// Part of `input` that was read from a prompt cache.
    public var cacheRead: Int64?
    /// Part of `input` that was written to a prompt cache (5 minutes unless `cacheWriteLong` says otherwise).
    public var cacheWrite: Int64?
    /// Part of `cacheWrite` that is kept for an hour.
    public var cacheWriteLong: Int64?
    /// Part of `output` that was reasoning.
    public var reasoning: Int64?
    /// Part of `input` that was audio.
    public var audioInput: Int64?
    /// Part of `output` that was audio.
    public var audioOutput: Int64?

    /// A usage of which nothing is known.
    public init() {}

    /// A usage of the parts that are known.
    public init(
        input: Int64?, output: Int64?, cacheRead: Int64? = nil, cacheWrite: Int64? = nil, reasoning: Int64? = nil
    ) {
        (self.input, self.output) = (input, output)
        (self.cacheRead, self.cacheWrite, self.reasoning) = (cacheRead, cacheWrite, reasoning)
    }

    /// Whether the client said anything about input or output.
    public var isKnown: Bool { input != nil || output != nil }
}
