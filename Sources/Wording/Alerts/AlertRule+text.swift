import Domain
import Drawing

extension AlertRule {
    /// What it watches, such as `p95 latency over 5 m`.
    public var watchedText: String {
        switch condition {
        case .threshold(let threshold):
            threshold.measure == .freshness || threshold.measure == .drift
                ? threshold.measure.name
                : "\(threshold.measure.name) over \(Format.age(seconds: threshold.window.seconds))"
        case .objective(let objective):
            "\(objective.good.words), \(Format.percent(exactly: objective.target)) over \(Format.age(seconds: objective.period.seconds))"
        case .budget(let budget): "\(budget.unit.text(budget.amount)) a month"
        }
    }

    /// Its limits, such as `warn > 2 s · page > 4 s`.
    public var limitText: String {
        switch condition {
        case .threshold(let threshold):
            let sign = threshold.alarms == .above ? ">" : "<"
            let limits = Self.joined(threshold.warn, threshold.page) { limit in
                threshold.baseline == nil
                    ? "\(sign) \(threshold.measure.limit(limit))"
                    : "\(sign) \(Format.decimal(limit, decimals: limit == limit.rounded() ? 0 : 2))×"
            }
            return threshold.baseline.map { "\(limits) \($0.words)" } ?? limits
        case .objective: return "burn rate over several windows"
        case .budget(let budget):
            return Self.joined(budget.warn, budget.page) { "forecast ≥ \(Format.percent($0))" }
        }
    }

    /// What it found, in the unit of what it watches.
    public func valueText(_ value: Double?) -> String {
        switch condition {
        case .threshold(let threshold): threshold.measure.text(value)
        case .objective: value.map { "\(Format.decimal($0, decimals: 1))× budget" } ?? Format.missing
        case .budget: Format.percent(value)
        }
    }

    private static func joined(_ warn: Double?, _ page: Double?, _ words: (Double) -> String) -> String {
        [(AlertSeverity.warn, warn), (.page, page)].compactMap { severity, limit in
            limit.map { "\(severity.rawValue) \(words($0))" }
        }.joined(separator: " · ")
    }
}

extension AlertRule.Threshold.Baseline {
    /// What limits are multiples of.
    fileprivate var words: String {
        switch self {
        case .earlier(let ago): "of \(Format.age(seconds: ago.seconds)) before"
        case .longestPause: "the longest pause"
        case .busiestOther: "the busiest other"
        }
    }
}

extension AlertRule.Objective.Good {
    fileprivate var words: String {
        switch self {
        case .withoutError: "calls without error"
        case .fasterThan(let seconds): "calls faster than \(Format.duration(seconds: seconds))"
        }
    }
}
