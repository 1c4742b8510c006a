/// A request that waits to be stored.
struct Submission: Sendable {
    let telemetry: PreparedTelemetry
    let submitted: MonotonicTime
    let completion: @Sendable (Result<StoredCounts, StoreError>) -> Void
}
