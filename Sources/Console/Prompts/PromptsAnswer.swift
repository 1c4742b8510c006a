import Domain

/// All prompts with their histories, and the numbers of their versions.
public struct PromptsAnswer: Sendable {
    let question: PromptsQuestion
    /// By name.
    let histories: [PromptHistory]
    /// By prompt and version: `support-answer@7`.
    private let traffic: [String: Measures]
    /// Calls by name of the prompt, whatever the version.
    private let calls: [String: Int64]

    /// More prompts than that are not listed.
    private static let mostPrompts = 500

    static func load(_ question: PromptsQuestion, from source: some TelemetrySource) throws -> PromptsAnswer {
        let histories = try source.prompts(at: question.at).prefix(mostPrompts).compactMap {
            try source.promptHistory($0.name, at: question.at)
        }
        let range = TimeRange(from: question.at.advanced(by: Nanoseconds(-question.length.count)), to: question.at)
        let stats = try source.stats(
            StatsQuery(range: range, by: [.prompt], filter: Filter(question.scope.terms), at: question.at))
        return PromptsAnswer(question, histories: histories, rows: stats.rows)
    }

    private init(_ question: PromptsQuestion, histories: [PromptHistory], rows: [StatsRow]) {
        (self.question, self.histories) = (question, histories)
        let named = rows.compactMap { row in row.name.map { ($0, row.measures) } }
        traffic = Dictionary(named) { first, _ in first }
        calls = Dictionary(
            named.map { name, measures in (name.split(separator: "@").first.map(String.init) ?? name, measures.calls) },
            uniquingKeysWith: &+)
    }

    func history(_ name: String) -> PromptHistory? { histories.first { $0.name == name } }

    /// The numbers of a version; nil when it had no calls.
    func measures(_ name: String, _ version: Int) -> Measures? { traffic["\(name)@\(version)"] }

    /// The share of the version in the calls of its prompt, 0 to 1; nil when it had none.
    func share(_ name: String, _ version: Int) -> Double? {
        guard let all = calls[name], all > 0, let own = measures(name, version)?.calls else { return nil }
        return Double(own) / Double(all)
    }
}
