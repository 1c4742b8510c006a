import Domain

/// What an operator, or a test, may set about the writer of a store.
public struct StoreOptions: Sendable {
    /// Telemetry older than so many days is removed; its hour rollups stay. Nil keeps everything.
    public var retentionDays: Int32? = 30
    /// When more than a tenth of the store is too old at once, a clock may be wrong: it must stay so for this long.
    public var retentionPatience = Nanoseconds.hours(1)
    /// A segment takes so many spans, then the next one of the day begins.
    public var segmentSpans: Int64 = 1_000_000
    /// Whether everything goes into one segment, whatever its day, as in an exported incident.
    var isOneSegment = false
    /// Series a day, before new ones are collapsed into `other`.
    public var seriesLimit = 2000
    /// Series of metrics a day, before points of new ones are dropped; at most 4 095.
    public var metricSeriesLimit = 1000
    /// Bytes of the reserve file, which is given up when the disk is full.
    public var reserveBytes: Int64 = 64 << 20
    /// Ingest stops when less is free.
    public var leastFreeBytes: Int64 = 32 << 20
    /// Requests that wait may take so many bytes …
    public var queueBytes = 48 << 20
    /// … and have so many items.
    public var queueItems = 100_000
    /// How long a request may wait for others to share its commit.
    public var gathering = Nanoseconds.milliseconds(2)
    /// … which it does not when so many items are there already.
    public var gatheringItems = 256
    /// A commit takes no further request beyond so many items.
    public var commitItems = 2048
    /// Contributions are merged into the rollups at least so often …
    public var foldInterval = Nanoseconds.seconds(60)
    /// … and when so many wait.
    public var foldContributions = 32_768
    /// The WAL is checkpointed when it has so many bytes.
    public var checkpointBytes: Int64 = 16 << 20
    /// Requests are refused while a reader keeps the WAL beyond so many bytes.
    public var mostLogBytes: Int64 = 512 << 20
    /// Spans of recent traces kept in memory (twice as many at most).
    public var cachedSpans = 30_000

    /// Keeps the head of the audit log; nil for `audit.head` in the store. In a directory that who writes the store cannot write, it proves more.
    public var auditHeadPath: String?
    /// Keeps the key of the audit log; nil for `audit.key` in the store.
    public var auditKeyPath: String?

    /// The usual values.
    public init() {}
}
