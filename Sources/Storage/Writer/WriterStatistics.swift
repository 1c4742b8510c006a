import Domain

/// What the writer has done since it started, for metrics and the status file.
public struct WriterStatistics: Sendable {
    /// Requests and items that wait at present, and the memory they take.
    public var queuedRequests = 0
    public var queuedItems = 0
    public var queuedBytes = 0
    /// For how long the oldest item has waited that is not committed; zero when none waits.
    public var behind = Nanoseconds(0)
    /// Transactions, and the seconds they took from the first statement to the disk's answer.
    public var commits: Int64 = 0
    public var commitSeconds = 0.0
    /// The part of them spent in COMMIT: writing the WAL and waiting for the disk.
    public var syncSeconds = 0.0
    public var folds: Int64 = 0
    public var foldSeconds = 0.0
    public var checkpoints: Int64 = 0
    public var checkpointSeconds = 0.0
    /// Processor time of the thread that writes.
    public var threadSeconds = 0.0
    public var stored: Int64 = 0
    public var duplicates: Int64 = 0
    public var late: Int64 = 0
    /// Data points of metrics: see `StoredCounts`.
    public var points: Int64 = 0
    public var repeatedPoints: Int64 = 0
    public var droppedPoints: Int64 = 0
    /// Requests that could not be stored.
    public var failures: Int64 = 0
    /// Bytes of all write-ahead logs.
    public var logBytes: Int64 = 0
    /// Why requests are refused at present; nil while all is well.
    public var trouble: StoreError?

    init() {}
}
