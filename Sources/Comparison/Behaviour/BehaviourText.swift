import Domain
import Drawing
import PromptDiff

/// A golden question with both answers beside each other, what differs in them, and what every scorer said.
public struct BehaviourText: Sendable {
    private let item: ItemComparison
    private let names: (old: String, new: String)
    private let answers: DifferenceLines
    private let lead: [StyledText]

    /// The answers to `item` in lines of `width` cells.
    public init(
        _ item: ItemComparison, old: String, new: String, form: DifferenceLines.Form, width: Int, glyphs: GlyphSet
    ) {
        (self.item, names) = (item, (old, new))
        let difference = TextDifference(
            from: item.baseline.answer?.text ?? "", to: item.candidate.answer?.text ?? "")
        answers = DifferenceLines(difference, form: form, width: width, glyphs: glyphs)
        var lead: [StyledText] = []
        let question = item.item.input.map { (item.item.input.count > 1 ? $0.role + ": " : "") + $0.text }
            .joined(separator: "\n")
        func add(_ title: String, _ text: String, _ role: Role, most: Int) {
            guard !text.isEmpty else { return }
            let body = (StyledText(title + "  ", .tableHeader) + StyledText(text, role)).prefix(bytes: 4_000)
            let wrapped = body.wrapped(width: width, glyphs: glyphs)
            lead += wrapped.prefix(most)
            if wrapped.count > most { lead.append(StyledText("… \(wrapped.count - most) more lines", .textMuted)) }
        }
        add("QUESTION", question, .text, most: 4)
        add("EXPECTED", item.item.expectation.references.first ?? "", .textMuted, most: 3)
        self.lead = lead
    }

    /// What every scorer said of both answers: `faithfulness 0.93 → 0.40 ▼`.
    public var verdicts: StyledText {
        let scorers = Scorer.allCases.filter {
            item.baseline.verdicts[$0] != nil || item.candidate.verdicts[$0] != nil
        }
        let parts = scorers.map { scorer -> StyledText in
            let (a, b) = (item.baseline.verdicts[scorer], item.candidate.verdicts[scorer])
            var text = StyledText(scorer.word + " ", .textMuted)
            text += StyledText("\(a.text) → \(b.text)")
            if let a = a?.value, let b = b?.value, a != b {
                text += b < a ? StyledText(" ▼", .statusCritical) : StyledText(" ▴", .statusOk)
            }
            return text
        }
        return .joined(parts, separator: StyledText(" · ", .textMuted))
    }

    /// All lines, from top to bottom.
    public func lines(width: Int, glyphs: GlyphSet) -> [DifferenceLines.Line] {
        var lines = lead.map(DifferenceLines.Line.whole)
        lines += verdicts.wrapped(width: width, glyphs: glyphs).prefix(3).map(DifferenceLines.Line.whole)
        let heads = (head(names.old, item.baseline), head(names.new, item.candidate))
        switch answers.form {
        case .sideBySide: lines.append(.sides(heads.0, heads.1))
        case .unified: lines.append(.whole(heads.0 + StyledText("   ") + heads.1))
        }
        for row in 0..<min(answers.difference.rows.count, Self.mostRows) { lines += answers.lines(of: row) }
        return lines
    }

    /// Rows of an answer that are laid out.
    private static let mostRows = 400

    private func head(_ name: String, _ result: EvaluationResult) -> StyledText {
        var text = StyledText(" " + name, .title)
        switch result.outcome {
        case .waiting: text.append("  not asked yet", .muted)
        case .failed(let reason): text.append("  ✖ \(reason)", Style(.statusCritical))
        case .answered(let answer):
            let facts = [
                answer.model, answer.duration.map { Format.duration(seconds: Double($0.count) / 1e9) },
                answer.cost.map { Format.money($0.usd) },
            ].compactMap(\.self)
            text.append("  " + facts.joined(separator: " · "), .muted)
        }
        return text
    }
}

extension Scorer {
    /// As people call it.
    public var word: String { rawValue.replacing("_", with: " ") }
}

extension Optional where Wrapped == ScorerVerdict {
    /// A value, why there is none, or a dash.
    fileprivate var text: String {
        switch self {
        case nil: Format.missing
        case .value(let value)?: Format.decimal(value, decimals: 2)
        case .error?: "error"
        }
    }
}
