import Domain

/// In what calls can be worse than usual.
public enum Symptom: Hashable, Sendable {
    /// They fail.
    case errors
    /// They are slower than nearly all of their kind used to be.
    case latency
    /// They cost more each.
    case cost
    /// They take more tokens each.
    case tokens
    /// They are judged worse by the scores of this name.
    case quality(String)
    /// There are fewer of them, or more.
    case traffic

    /// Whether it happens to a call or does not: an amount has any size.
    var isCount: Bool { self == .errors || self == .latency }

    /// How many times worse it must be to be called wrong, and by how much at least in its own unit.
    var least: (ratio: Double, excess: Double) {
        switch self {
        case .errors, .latency: (1.5, 0.005)
        case .cost, .tokens: (1.25, 0)
        case .quality: (1.3, 0.03)
        case .traffic: (1.5, 0)
        }
    }

    /// What of it the calls of `measures` have; nil where they say nothing.
    ///
    /// - Parameter best: the best score there can be.
    func load(_ measures: Measures, best: Double) -> Load? {
        switch self {
        case .errors: Load(bad: Double(measures.errors), base: Double(measures.calls))
        case .latency:
            measures.slowCalls.map { Load(bad: Double($0), base: Double(measures.duration?.count ?? 0)) }
        case .cost:
            measures.cost.map { Load(bad: $0.usd, base: Double(measures.calls &- measures.unpricedCalls)) }
        case .tokens:
            measures.inputTokens.map {
                Load(bad: Double($0) + Double(measures.outputTokens ?? 0), base: Double(measures.calls))
            }
        case .quality(let name):
            measures.scores[name].map { Load(bad: max(0, best * Double($0.count) - $0.sum), base: Double($0.count)) }
        case .traffic: nil
        }
    }
}
