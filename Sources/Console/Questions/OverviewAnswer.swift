import Diagnosis
import Domain

/// What Overview shows, as it was at one moment.
public struct OverviewAnswer: Hashable, Sendable {
    /// What was asked.
    public var question: OverviewQuestion
    /// By what the rows are grouped: what was asked for, or what was chosen.
    public var grouping: Dimension
    /// One group each, largest number of calls first.
    public var rows: [StatsRow]
    /// All calls of the range.
    public var total: Measures
    /// Whether the rows rest on everything that was asked for.
    public var coverage: Coverage
    /// All calls over time, in steps of `question.step`: one line at most.
    public var timeline: Timeline
    /// The groups over time, in steps of `question.courseStep`.
    public var courses: Timeline
    /// What changed, and the numbers that tell what it explains.
    public var facts: IncidentFacts
    /// What model servers say of themselves.
    public var metrics: [MetricSeries]
    /// What the store holds, and who fills it.
    public var summary: StoreSummary

    /// An answer of the given parts.
    public init(
        question: OverviewQuestion, grouping: Dimension, stats: StatsResult, timeline: Timeline, courses: Timeline,
        facts: IncidentFacts, metrics: [MetricSeries] = [], summary: StoreSummary
    ) {
        (self.question, self.grouping) = (question, grouping)
        (rows, total, coverage) = (stats.rows, stats.total, stats.coverage)
        (self.timeline, self.courses, self.facts, self.metrics, self.summary) = (
            timeline, courses, facts, metrics, summary
        )
    }

    /// What changed in `question.incident.changes`, oldest first.
    public var marks: [Mark] { facts.marks }

    /// Asks the source for everything that Overview shows. Each query is answered by rollups unless the
    /// filter needs rows.
    public static func load(_ question: OverviewQuestion, from source: some TelemetrySource) throws -> OverviewAnswer {
        let summary = try source.summary()
        let (grouping, stats) = try breakdown(question, summary, source)
        func timeline(step: Nanoseconds, by dimension: Dimension?) throws -> Timeline {
            try source.timeline(
                TimelineQuery(
                    range: question.range, step: step, by: dimension, filter: question.fullFilter, at: question.at))
        }
        return OverviewAnswer(
            question: question, grouping: grouping, stats: stats,
            timeline: try timeline(step: question.step, by: nil),
            courses: try timeline(step: question.courseStep, by: grouping),
            facts: try IncidentFacts.load(question.incident, from: source),
            metrics: try source.metrics(question.metrics), summary: summary)
    }

    /// The grouping that was asked for; else releases where calls name them, else services where there are several, else models.
    private static func breakdown(
        _ question: OverviewQuestion, _ summary: StoreSummary, _ source: some TelemetrySource
    ) throws -> (Dimension, StatsResult) {
        func stats(by dimension: Dimension) throws -> StatsResult {
            try source.stats(
                StatsQuery(range: question.range, by: [dimension], filter: question.fullFilter, at: question.at))
        }
        if let asked = question.grouping { return (asked, try stats(by: asked)) }
        let releases = try stats(by: .release)
        if releases.rows.contains(where: { $0.key.first.flatMap { $0 } != nil }) { return (.release, releases) }
        let isOneService = question.scope.service != nil || summary.services.count < 2
        let other: Dimension = isOneService ? .model : .service
        return (other, try stats(by: other))
    }
}
