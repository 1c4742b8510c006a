import Domain

/// What a model server says of itself at a moment, as vLLM does.
struct ModelServerReport: Sendable, Hashable {
    /// When it began to count.
    var start: Timestamp
    var time: Timestamp
    var waiting: Int64
    var running: Int64
    /// The share of the key-value cache in use, 0 to 1.
    var cacheShare: Double
    /// Since it began, as everything below.
    var promptTokens: Double
    var generationTokens: Double
    /// Requests by the time to their first token: one more than `bounds`.
    var firstTokenCounts: [UInt64]
    /// Seconds.
    var firstTokenSum: Double

    /// The upper ends of the buckets, in seconds.
    static let bounds = [0.02, 0.04, 0.06, 0.08, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
}
