import Domain

/// How telemetry arrives, at one moment.
public struct HealthAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: HealthQuestion
    /// Nil when no collector has counted anything yet.
    public var health: IngestHealth?
    /// Models for which some calls have no price, the most calls first.
    public var unpriced: [StatsRow]
    /// The newest calls that look counted twice.
    public var doubled: [DoubledCalls]

    /// An answer of the given parts.
    public init(question: HealthQuestion, health: IngestHealth?, unpriced: [StatsRow], doubled: [DoubledCalls]) {
        (self.question, self.health, self.unpriced, self.doubled) = (question, health, unpriced, doubled)
    }

    /// So many calls are compared with the others of their trace.
    private static let newestCalls = 500

    /// Asks the source.
    static func load(_ question: HealthQuestion, from source: some TelemetrySource) throws -> HealthAnswer {
        let stats = try source.stats(StatsQuery(range: question.range, by: [.model], at: question.at))
        let unpriced = stats.rows.filter { $0.measures.unpricedCalls > 0 }
            .sorted { $0.measures.unpricedCalls > $1.measures.unpricedCalls }
        let newest = try source.requests(RequestsQuery(range: question.range, limit: newestCalls))
        return HealthAnswer(
            question: question, health: try source.ingestHealth(), unpriced: unpriced,
            doubled: DoubledCalls.all(among: newest))
    }
}
