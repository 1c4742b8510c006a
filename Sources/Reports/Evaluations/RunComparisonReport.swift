import Domain
import Drawing

/// Two runs side by side, as the command line says it.
public struct RunComparisonReport {
    private let comparison: RunComparison
    private let losses: Int

    /// - Parameter losses: how many of the largest losses are shown.
    public init(_ comparison: RunComparison, losses: Int = 5) { (self.comparison, self.losses) = (comparison, losses) }

    /// The verdict, each scorer, and the largest losses.
    public var text: String {
        let (wins, ties, lost) = comparison.counts
        var lines = [
            Text.sanitized(
                "\(comparison.baseline.plan.prompt) (run \(comparison.baseline.id)) against "
                    + "\(comparison.candidate.plan.prompt) (run \(comparison.candidate.id)): \(verdict(comparison.verdict))"
            ),
            "\(wins) better, \(ties) alike, \(lost) worse"
                + (comparison.leading.map { " by \($0.rawValue)" } ?? "")
                + (comparison.unpaired > 0 ? "; without a counterpart: \(comparison.unpaired)" : ""),
            "",
        ]
        var table = TextTable([
            .init("SCORER", .left), .init("BEFORE", .right), .init("AFTER", .right), .init("CHANGE", .right),
            .init("95 % INTERVAL", .right), .init("P", .right), .init("ITEMS", .right), .init("VERDICT", .left),
        ])
        for row in comparison.scorers {
            let needed = row.itemsNeeded.map { ", about \($0) items needed" } ?? ""
            table.add([
                row.scorer.rawValue, number(row.baseline), number(row.candidate), signed(row.change),
                "\(signed(row.interval.lowerBound)) … \(signed(row.interval.upperBound))",
                row.p.map { EvaluationReport.decimals($0, 4) } ?? "-", String(row.count), verdict(row.verdict) + needed,
            ])
        }
        lines += table.lines
        for item in comparison.items.prefix(losses) where item.standing == .loss {
            lines += [
                "", Text.sanitized("\(item.item.id)  \(item.change.map { signed($0) } ?? "")  \(item.item.question)"),
                "  before: " + shown(item.baseline), "  after:  " + shown(item.candidate),
            ]
        }
        return lines.joined(separator: "\n")
    }

    private func shown(_ result: EvaluationResult) -> String {
        switch result.outcome {
        case .waiting: "not asked yet"
        case .answered(let answer): Text.truncated(Text.sanitized(answer.text), to: 160)
        case .failed(let reason): "no answer: " + Text.sanitized(reason)
        }
    }

    private func verdict(_ verdict: ComparisonVerdict) -> String {
        switch verdict {
        case .noWorse: "no worse"
        case .worse: "worse"
        case .undecided: "undecided"
        }
    }

    private func number(_ value: Double) -> String { EvaluationReport.decimals(value) }
    private func signed(_ value: Double) -> String { (value > 0 ? "+" : "") + number(value) }
}
