import Domain
import Drawing

/// The turns of a session as a table.
struct TurnList {
    private let answer: SessionAnswer
    private let selected: Int
    private let present: Int?
    private let now: Timestamp

    init(_ answer: SessionAnswer, selected: Int, present: Int?, now: Timestamp) {
        (self.answer, self.selected, self.present, self.now) = (answer, selected, present, now)
    }

    func draw(in pane: Rect, on canvas: inout Canvas) {
        let inside = Frame(title: title, isFocused: true).draw(in: pane, on: &canvas)
        table.draw(in: inside, on: &canvas)
    }

    /// The turn that is drawn at these coordinates.
    func turn(atX x: Int, y: Int, in pane: Rect) -> Int? {
        guard case .row(let index) = table.hit(x: x, y: y, in: pane.inset()) else { return nil }
        return index
    }

    private var title: StyledText {
        let totals = answer.totals
        let count = answer.detail.turns.count
        var facts = ["\(answer.detail.isComplete ? "" : "at least ")\(Format.grouped(count)) turns"]
        if totals.inputTokens != nil || totals.outputTokens != nil {
            facts.append("\(Self.count(totals.inputTokens)) → \(Self.count(totals.outputTokens)) tokens")
        }
        if let cost = totals.cost { facts.append(Format.money(cost.usd)) }
        var text = StyledText("Session ", .title) + StyledText(answer.detail.session)
        text += StyledText("  \(facts.joined(separator: " · "))", .textMuted)
        if totals.failedTurns > 0 {
            text += StyledText(" · ✖ \(Format.grouped(totals.failedTurns)) failed", .statusCritical)
        }
        return text
    }

    private var table: Table {
        let columns: [Table.Column] = [
            .init("TURN", alignment: .right, minimum: 6, maximum: 6), .init("BEGAN", minimum: 14, maximum: 14),
            .init("TIME", alignment: .right, minimum: 8, maximum: 8),
            .init("CALLS", alignment: .right, minimum: 5, maximum: 5, priority: 3),
            .init("FAILED", alignment: .right, minimum: 6, maximum: 6, priority: 1),
            .init("IN", alignment: .right, minimum: 6, maximum: 6, priority: 2),
            .init("OUT", alignment: .right, minimum: 6, maximum: 6, priority: 2),
            .init("COST", alignment: .right, minimum: 8, maximum: 8, priority: 1),
            .init("MODEL", minimum: 8, priority: 4),
        ]
        return Table(columns, count: answer.detail.turns.count, selected: selected) { index in row(index) }
    }

    private func row(_ index: Int) -> [StyledText] {
        let turn = answer.detail.turns[index]
        let number = StyledText(index == present ? "● " : "", .key) + StyledText(String(index + 1))
        let duration = turn.end.since(turn.start)
        return [
            number, StyledText(TimeWords.second(turn.start, reference: now), .textMuted),
            StyledText(Format.duration(seconds: duration.count < 0 ? nil : duration.seconds)),
            StyledText(String(turn.calls)),
            turn.errors > 0 ? StyledText("✖ \(turn.errors)", .statusCritical) : StyledText("·", .textMuted),
            StyledText(Self.count(turn.inputTokens)), StyledText(Self.count(turn.outputTokens)),
            StyledText(turn.cost.map { Format.money($0.usd) } ?? Format.missing),
            StyledText(turn.model ?? "", .textMuted),
        ]
    }

    private static func count(_ tokens: Int64?) -> String { Format.count(tokens.map(Double.init)) }
}
