/// What a store holds and whether it grows.
public struct StoreSummary: Hashable, Sendable {
    /// All spans that are stored.
    public var spans: Int64
    /// All LLM calls that are counted.
    public var calls: Int64
    /// The end of the newest span; nil when there is none.
    public var newest: Timestamp?
    /// The end of the oldest span; nil when there is none.
    public var oldest: Timestamp?
    /// Environments and services that were seen.
    public var environments: [String]
    public var services: [String]
    /// Bytes of all files.
    public var bytes: Int64
    /// What the running collector says; nil when none runs.
    public var collector: CollectorStatus?

    /// The summary of an empty store.
    public init() {
        (spans, calls, bytes, environments, services) = (0, 0, 0, [], [])
    }
}
