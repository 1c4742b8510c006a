import Domain
import Drawing
import Wording

/// What is to be known of the selected budget.
struct BudgetDetail {
    private let budget: BudgetStatus

    init(_ budget: BudgetStatus, _ state: ConsoleState) { self.budget = budget }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        let subject = budget.subject.text
        let title = StyledText(" \(budget.name)\(subject.isEmpty ? "" : "  \(subject)")", .title)
        canvas.write(budget.mark + title, in: rect)
        let below = facts.draw(in: rect.splitTop(1).rest, on: &canvas)
        canvas.write(budget.bar(width: min(100, below.width)), in: below, row: 1)
        let legend =
            StyledText("█ used  ├●┤ end of the month, 95 of 100 cases  ", .textMuted) + StyledText("┆", .chartThreshold)
            + StyledText(" the amount", .textMuted)
        canvas.write(legend, in: below, row: 2)
    }

    private var facts: FactList {
        let unit = budget.unit
        var facts = FactList()
        let used = Format.percent(budget.amount > 0 ? budget.month / budget.amount : nil)
        facts.add("today", unit.text(budget.today))
        facts.add("this month", "\(unit.text(budget.month)), \(used) of \(unit.text(budget.amount))")
        if let forecast = budget.forecast {
            let share = budget.amount > 0 ? forecast.expected / budget.amount : nil
            let interval = "\(unit.text(forecast.low)) to \(unit.text(forecast.high))"
            let words = "\(unit.text(forecast.expected)), \(Format.percent(share)) of it (\(interval))"
            facts.add("forecast", StyledText(words, budget.isOver ? .statusWarning : .text))
        } else {
            facts.add("forecast", StyledText("not enough to go by yet", .textMuted))
        }
        return facts
    }
}
