import Domain
import Drawing

extension RolloutGate {
    /// What is compared, as people say it: `p95 latency`, or the name that somebody chose.
    public var label: String { name == metric.text ? metric.label : name }

    /// A value of the metric.
    public func text(of value: Double?) -> String {
        switch metric {
        case .errorRate, .rate, .thumbsDown: Format.percent(value)
        case .score: Format.decimal(value, decimals: 3)
        case .cost: Format.money(value)
        case .tokens: Format.count(value)
        case .latency, .timeToFirstToken: Format.duration(seconds: value)
        }
    }

    /// By how much the canary is worse, in the unit of `GateStanding.lower`; nil when an arm shows nothing.
    public func harm(stable: Double?, canary: Double?) -> Double? {
        guard let stable, let canary else { return nil }
        switch metric.scale {
        case .share: return canary - stable
        case .points: return change(ofHarm: canary - stable)
        case .ratio: return stable > 0 ? canary / stable - 1 : nil
        }
    }

    /// What harm is in the direction of the metric: a score that should be high falls.
    public func change(ofHarm harm: Double) -> Double {
        if case .score(_, let scale) = metric, !scale.lowerIsBetter { -harm } else { harm }
    }

    /// Harm as a change of the metric: `+1.0 pp`, `−0.029`, `+15 %`.
    public func text(ofHarm harm: Double?) -> String {
        guard let change = harm.map(change(ofHarm:)) else { return Format.missing }
        return switch metric.scale {
        case .share: Format.decimal(change * 100, decimals: 1, signed: true) + " pp"
        case .points: Format.decimal(change, decimals: 3, signed: true)
        case .ratio: Format.change(change)
        }
    }

    /// The interval of the change: `−0.048 … −0.010`; a dash while it is unbounded.
    public func intervalText(_ standing: GateStanding) -> String {
        switch (standing.lower, standing.upper) {
        case (nil, nil): return Format.missing
        case (let lower?, nil): return (change(ofHarm: 1) < 0 ? "≤ " : "≥ ") + text(ofHarm: lower)
        case (nil, let upper?): return (change(ofHarm: 1) < 0 ? "≥ " : "≤ ") + text(ofHarm: upper)
        case (let lower?, let upper?):
            let ends = (change(ofHarm: 1) < 0 ? [upper, lower] : [lower, upper]).map { text(ofHarm: $0) }
            // The unit stands once.
            for unit in [" %", " pp"] where ends.allSatisfy({ $0.hasSuffix(unit) }) {
                return "\(ends[0].dropLast(unit.count)) … \(ends[1])"
            }
            return ends.joined(separator: " … ")
        }
    }
}

extension RolloutMetric {
    /// As people say it: `error rate`, `p95 latency`, `faithfulness`.
    public var label: String {
        switch self {
        case .errorRate: "error rate"
        case .rate(let name): name.replacing("_", with: " ") + " rate"
        case .thumbsDown: "thumbs down"
        case .score(let name, _): name.replacing("_", with: " ")
        case .cost: "cost / request"
        case .tokens: "tokens / request"
        case .latency(let percentile): "p\(percentile.rawValue) latency"
        case .timeToFirstToken(let percentile): "p\(percentile.rawValue) TTFT"
        }
    }
}
