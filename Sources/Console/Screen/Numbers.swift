import Domain
import Drawing

/// The numbers of all calls in one line.
enum Numbers {
    /// Four of them, for the header: `213 req/s  p95 1.41 s  err 0.4 %  $22.10/h`.
    static func short(_ answer: OverviewAnswer?) -> StyledText {
        guard let answer, answer.total.calls > 0 else { return StyledText() }
        let total = answer.total
        return joined([
            pair(Format.number(Double(total.calls) / answer.seconds), "req/s"),
            labelled("p95", Format.duration(seconds: total.duration?.p95)),
            labelled("err", Format.percent(total.errorRate)),
            StyledText(cost(total, seconds: answer.seconds), .textStrong),
        ])
    }

    /// All of them, for a line of their own; closer together, then without TTFT, where `width` cells are too few.
    static func long(_ answer: OverviewAnswer, width: Int) -> StyledText {
        let total = answer.total
        let quantiles = [("p50", total.duration?.p50), ("p95", total.duration?.p95), ("p99", total.duration?.p99)]
        let latency = joined(quantiles.map { labelled($0, Format.seconds($1)) }) + StyledText(" s", .textMuted)
        let start = [
            pair(Format.number(Double(total.calls) / answer.seconds), "req/s"), latency,
            labelled("err", Format.percent(total.errorRate)),
        ]
        let end = StyledText(cost(total, seconds: answer.seconds), .textStrong)
        let firstToken = total.timeToFirstToken.map { [labelled("TTFT", Format.duration(seconds: $0.p50))] } ?? []
        let lines = [
            joined(start + firstToken + [end], gap: "   "), joined(start + firstToken + [end]), joined(start + [end]),
        ]
        return lines.first { $0.width() <= width } ?? short(answer)
    }

    /// Dollars an hour; at least so much where calls have no price, and in words where none has one.
    static func cost(_ measures: Measures, seconds: Double) -> String {
        guard let cost = measures.cost else { return measures.unpricedCalls > 0 ? "no price" : Format.missing }
        let rate = cost.usd * 3600 / seconds
        // Something is never rounded to nothing.
        let amount = rate > 0 && rate < 0.005 ? "<$0.01/h" : Format.hourlyCost(rate)
        return (measures.unpricedCalls > 0 ? "≥" : "") + amount
    }

    private static func pair(_ value: String, _ unit: String) -> StyledText {
        StyledText(value, .textStrong) + StyledText(" " + unit, .textMuted)
    }

    private static func labelled(_ label: String, _ value: String) -> StyledText {
        StyledText(label + " ", .textMuted) + StyledText(value, .textStrong)
    }

    private static func joined(_ parts: [StyledText], gap: String = "  ") -> StyledText {
        .joined(parts, separator: StyledText(gap))
    }
}
