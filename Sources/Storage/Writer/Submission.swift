/// A request that waits to be stored.
struct Submission: Sendable {
    let telemetry: PreparedTelemetry
    let submitted: MonotonicTime
    /// Asked once, when its turn has come; whether it is to be stored still.
    let isWanted: @Sendable () -> Bool
    let completion: @Sendable (Result<StoredCounts, StoreError>) -> Void
}
