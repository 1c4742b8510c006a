/// Where questions about telemetry are answered: a store on this machine today, a distributed engine one day.
/// Answers may take a while; ask from a thread of your own.
public protocol TelemetrySource: RegistrySource, EvaluationSource {
    /// The numbers of groups of calls.
    func stats(_ query: StatsQuery) throws -> StatsResult
    /// The numbers of calls over time.
    func timeline(_ query: TimelineQuery) throws -> Timeline
    /// Single calls, in the order asked for. `watch` is told how far reading has come and may end it.
    func requests(_ query: RequestsQuery, watch: SearchWatch) throws -> RequestsPage
    /// All spans of a trace; nil when the store has none of it.
    func trace(_ id: TraceID) throws -> TraceDetail?
    /// The steps of a trace, without what was said in them; nil when the store has none of it.
    func outline(_ id: TraceID) throws -> TraceOutline?
    /// One span with what was said within it; nil when the store does not have it.
    func reading(_ trace: TraceID, _ span: SpanID) throws -> SpanReading?
    /// The turns of a session, oldest first.
    func session(_ query: SessionQuery) throws -> SessionDetail
    /// What can stand in filters over `range`.
    func vocabulary(_ range: TimeRange) throws -> FilterVocabulary
    /// What people said of the calls of a trace, oldest first.
    func feedback(of trace: TraceID) throws -> [Feedback]
    /// How telemetry arrives, as the collector counted last; nil when it never did.
    func ingestHealth() throws -> IngestHealth?
    /// What changed within `range` as it was known at `at`, oldest first.
    func marks(_ range: TimeRange, at: Timestamp) throws -> [Mark]
    /// What metrics say: one series each, ordered by service, environment and name. Only those that say something within the range.
    func metrics(_ query: MetricsQuery) throws -> [MetricSeries]
    /// Alerts, rules, silences and budgets as they stood at `at`; nil when the collector of the store never looked at a rule.
    func alerts(at: Timestamp) throws -> AlertBoard?
    /// What happened to alerts within `range`, newest first, at most `limit`; of one alert, or of all.
    func alertEvents(of alert: AlertID?, _ range: TimeRange, limit: Int) throws -> [AlertEvent]
    /// Rollouts as they stood at `at`, newest first, at most `limit`.
    func rollouts(at: Timestamp, limit: Int) throws -> [Rollout]
    /// Everything about a rollout as it stood at `at`; nil when there is none of this number.
    func rollout(_ id: RolloutID, at: Timestamp) throws -> RolloutDetail?
    /// How drift stood at `at`; nil when the collector of the store never looked for it.
    func drift(at: Timestamp) throws -> DriftBoard?
    /// What the store holds and who fills it.
    func summary() throws -> StoreSummary
    /// A number that changes whenever something new was committed; cheap.
    func version() throws -> Int64
}

extension TelemetrySource {
    /// Nobody ever looked for drift.
    public func drift(at: Timestamp) throws -> DriftBoard? { nil }

    /// Single calls, in the order asked for.
    public func requests(_ query: RequestsQuery) throws -> [RequestRow] {
        try requests(query, watch: { _ in true }).rows
    }

    /// None: for sources that know of no rollouts.
    public func rollouts(at: Timestamp, limit: Int) throws -> [Rollout] { [] }

    /// None: for sources that know of no rollouts.
    public func rollout(_ id: RolloutID, at: Timestamp) throws -> RolloutDetail? { nil }
}
