import Domain

/// How telemetry arrives, at one moment.
public struct HealthAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: HealthQuestion
    /// Nil when no collector has counted anything yet.
    public var health: IngestHealth?
    /// Models for which some calls have no price, the most calls first.
    public var unpriced: [StatsRow]

    /// An answer of the given parts.
    public init(question: HealthQuestion, health: IngestHealth?, unpriced: [StatsRow]) {
        (self.question, self.health, self.unpriced) = (question, health, unpriced)
    }

    /// Asks the source.
    static func load(_ question: HealthQuestion, from source: some TelemetrySource) throws -> HealthAnswer {
        let stats = try source.stats(StatsQuery(range: question.range, by: [.model], at: question.at))
        let unpriced = stats.rows.filter { $0.measures.unpricedCalls > 0 }
            .sorted { $0.measures.unpricedCalls > $1.measures.unpricedCalls }
        return HealthAnswer(question: question, health: try source.ingestHealth(), unpriced: unpriced)
    }
}
