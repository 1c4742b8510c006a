import Domain
import Drawing

extension Effect {
    /// What is measured, as it stands in a row.
    public var label: String {
        switch metric {
        case .errorRate: "error rate"
        case .duration(let quantile): "\(Self.percentile(quantile)) latency"
        case .timeToFirstToken(let quantile): "\(Self.percentile(quantile)) TTFT"
        case .inputTokens: "tokens in"
        case .outputTokens: "tokens out"
        case .cost: "cost / request"
        case .score(let name): name.replacing("_", with: " ")
        }
    }

    /// A value of it as people read it.
    public func text(of value: Double?) -> String {
        switch metric {
        case .errorRate: Format.percent(value)
        case .duration, .timeToFirstToken: Format.duration(seconds: value)
        case .inputTokens, .outputTokens: Format.count(value)
        case .cost: Format.money(value)
        case .score: Format.decimal(value, decimals: 3)
        }
    }

    /// A change of it: `−30 %`, `−0.029`, `+0.4 pp`.
    public func text(ofChange change: Double?) -> String {
        guard let change, change.isFinite else { return Format.missing }
        return switch (scale, metric) {
        case (.relative, _): Format.change(change)
        case (.difference, .errorRate): Format.decimal(change * 100, decimals: 1, signed: true) + " pp"
        case (.difference, .duration), (.difference, .timeToFirstToken):
            Format.decimal(change, decimals: 2, signed: true) + " s"
        case (.difference, _): Format.decimal(change, decimals: 3, signed: true)
        }
    }

    /// `−0.048 … −0.010`; a dash when there is none.
    public var intervalText: String {
        guard let interval else { return Format.missing }
        switch (interval.lowerBound.isFinite, interval.upperBound.isFinite) {
        case (false, false): return "any"
        case (true, false): return "≥ " + text(ofChange: interval.lowerBound)
        case (false, true): return "≤ " + text(ofChange: interval.upperBound)
        case (true, true): break
        }
        let ends = [interval.lowerBound, interval.upperBound].map { text(ofChange: $0) }
        // The unit stands once.
        for unit in [" %", " pp", " s"] where ends.allSatisfy({ $0.hasSuffix(unit) }) {
            return "\(ends[0].dropLast(unit.count)) … \(ends[1])"
        }
        return "\(ends[0]) … \(ends[1])"
    }

    /// How many numbers stand behind it: `200`, or `41k/2.2k` where the sides have their own.
    public var countText: String {
        let counts = [countA, countB].map { Format.count(Double($0)).filter { $0 != " " } }
        return counts[0] == counts[1] ? counts[0] : counts.joined(separator: "/")
    }

    /// The change with its name, for a sentence.
    var shortText: String {
        change == nil ? label : "\(label) \(text(ofChange: change))" + (source == .observational ? " (live)" : "")
    }

    /// A change as a fraction of the old value, positive when it is better: what rows are drawn by.
    func gain(_ change: Double) -> Double {
        let sign: Double = metric.isBetterHigh ? 1 : -1
        guard scale == .difference, change.isFinite else { return sign * change }
        let base = [a, b].compactMap { $0?.magnitude }.first { $0 > 0 } ?? 1
        return sign * change / base
    }

    private static func percentile(_ quantile: Double) -> String {
        "p" + Format.decimal(quantile * 100, decimals: quantile * 100 == (quantile * 100).rounded() ? 0 : 1)
    }
}
