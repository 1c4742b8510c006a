import Domain

/// A chart of Overview.
enum ChartKind: String, Hashable, Sendable, CaseIterable {
    case latency, tokens, cost, errors, firstToken, quality

    /// Whether the calls of the range say anything that it could show.
    func hasSource(in total: Measures) -> Bool {
        switch self {
        case .latency: total.duration != nil
        case .tokens: total.inputTokens != nil || total.outputTokens != nil
        case .cost: total.cost != nil
        case .errors: total.calls > 0
        case .firstToken: total.timeToFirstToken != nil
        case .quality: total.scores.values.contains { $0.count > 0 }
        }
    }
}
