/// Where questions about telemetry are answered: a store on this machine today, a distributed engine one day.
/// Answers may take a while; ask from a thread of your own.
public protocol TelemetrySource {
    /// The numbers of groups of calls.
    func stats(_ query: StatsQuery) throws -> StatsResult
    /// The numbers of calls over time.
    func timeline(_ query: TimelineQuery) throws -> Timeline
    /// Single calls, in the order asked for.
    func requests(_ query: RequestsQuery) throws -> [RequestRow]
    /// All spans of a trace; nil when the store has none of it.
    func trace(_ id: TraceID) throws -> TraceDetail?
    /// What changed within `range` as it was known at `at`, oldest first.
    func marks(_ range: TimeRange, at: Timestamp) throws -> [Mark]
    /// What the store holds and who fills it.
    func summary() throws -> StoreSummary
    /// A number that changes whenever something new was committed; cheap.
    func version() throws -> Int64
}
