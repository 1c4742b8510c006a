import Domain

/// Everything about an alert that whoever takes it over has to know: when, what changed, which calls, the worst of them, what people did.
public struct IncidentDossier: Hashable, Sendable {
    /// What was asked.
    public var question: DossierQuestion
    /// In what the calls are bad; nil when calls do not have it.
    public var harm: Harm?
    /// The calls that it is about, while it was wrong.
    public var total: Measures
    /// The same over the range that tells the story: one line at most.
    public var timeline: Timeline
    /// What changed within the range, oldest first.
    public var marks: [Mark]
    /// What changed in the day before it was over, the best explanation first.
    public var changes: [RankedChange]
    /// By release, model and prompt, as far as calls say any.
    public var splits: [DossierSplit]
    /// The worst calls while it was wrong, the worst first.
    public var worst: [RequestRow]
    /// What happened to it, oldest first.
    public var events: [AlertEvent]

    private static let most = (requests: 20, events: 500)

    /// Asks the source for all of it.
    public static func load(_ question: DossierQuestion, from source: some TelemetrySource) throws -> IncidentDossier {
        let harm = Harm(question.alert, rule: question.rule)
        func stats(_ by: [Dimension], _ filter: Filter) throws -> StatsResult {
            var query = StatsQuery(range: question.wrong, by: by, filter: filter, at: question.at)
            query.slowerThan = harm?.slowerThan
            return try source.stats(query)
        }
        let range = question.range
        return IncidentDossier(
            question: question, harm: harm, total: try stats([], question.calls).total,
            timeline: try source.timeline(
                TimelineQuery(
                    range: range, step: TimeStep.shortest(for: range.length, steps: 120), filter: question.calls,
                    at: question.at)),
            marks: try source.marks(range, at: question.at),
            changes: try IncidentFacts.load(question.explanation, from: source).rankedChanges,
            splits: try [Dimension.release, .model, .prompt].compactMap { dimension in
                let split = DossierSplit(dimension, try stats([dimension], question.calls(splitBy: dimension)), harm)
                return split.rows.contains { $0.name != nil } ? split : nil
            },
            worst: try source.requests(
                RequestsQuery(
                    range: question.wrong, filter: question.calls, order: order(of: harm), limit: most.requests)),
            events: try source.alertEvents(
                of: question.alert.id,
                TimeRange(from: range.from.advanced(by: -.days(1)), to: question.at.advanced(by: .seconds(1))),
                limit: most.events
            ).reversed())
    }

    private static func order(of harm: Harm?) -> RequestsQuery.Order {
        switch harm {
        case .slowness: .slowest
        case .cost, .tokens: .costliest
        case .failures, .shortfall, nil: .worst
        }
    }
}
