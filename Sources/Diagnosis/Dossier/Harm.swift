import Domain

/// In what the calls of an alert are bad, so that it can be told which of them have it.
public enum Harm: Hashable, Sendable {
    /// They fail.
    case failures
    /// They take longer than so many seconds.
    case slowness(limit: Double)
    /// They cost.
    case cost
    /// They take tokens.
    case tokens
    /// Their scores of this name fall short of the limit.
    case shortfall(score: String, limit: Double)

    /// What an alert is about; nil when calls do not have it, such as that there are none.
    public init?(_ alert: Alert, rule: AlertRule?) {
        switch alert.watched {
        case .measure(let measure, _, _): self.init(measure, limit: alert.reading.limit)
        case .objective:
            guard case .objective(let objective)? = rule?.condition, case .fasterThan(let limit) = objective.good else {
                self = .failures
                return
            }
            self = .slowness(limit: limit)
        case .budget(.dollars): self = .cost
        case .budget(.tokens): self = .tokens
        }
    }

    private init?(_ measure: AlertMeasure, limit: Double?) {
        switch measure {
        case .latency:
            guard let limit, limit > 0, limit.isFinite else { return nil }
            self = .slowness(limit: limit)
        case .errorRate, .errors: self = .failures
        case .cost, .costPerCall: self = .cost
        case .tokens, .tokensPerCall, .cachedShare: self = .tokens
        case .score(let name):
            guard let limit, limit.isFinite else { return nil }
            self = .shortfall(score: name, limit: limit)
        case .timeToFirstToken, .calls, .callRate, .unpricedShare, .freshness, .drift: return nil
        }
    }

    /// How much of it calls have, in any unit; nil when they do not say.
    func amount(in measures: Measures) -> Double? {
        switch self {
        case .failures: Double(measures.errors)
        case .slowness: measures.slowCalls.map(Double.init)
        case .cost: measures.cost?.usd
        case .tokens:
            measures.inputTokens == nil && measures.outputTokens == nil
                ? nil : Double(measures.inputTokens ?? 0) + Double(measures.outputTokens ?? 0)
        case .shortfall(let name, let limit):
            measures.scores[name].map { max(0, limit * Double($0.count) - $0.sum) }
        }
    }

    /// From which latency on calls are to be counted apart.
    var slowerThan: Double? { if case .slowness(let limit) = self { limit } else { nil } }
}
