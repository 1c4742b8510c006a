import Domain
import Drawing
import Wording

/// Budgets as a table: today, this month, and where the month will end, as a bar against the amount.
enum BudgetList {
    static func table(_ budgets: [BudgetStatus], width: Int) -> Table {
        let bar = max(18, min(40, width / 4))
        let columns: [Table.Column] = [
            .init("", minimum: 1, maximum: 1), .init("BUDGET", minimum: 14, maximum: 34),
            .init("TODAY", alignment: .right, minimum: 8, maximum: 12, priority: 3),
            .init("MONTH", alignment: .right, minimum: 8, maximum: 12),
            .init("OF", alignment: .right, minimum: 8, maximum: 14),
            .init("FORECAST", alignment: .right, minimum: 8, maximum: 12, priority: 1),
            .init("0 … MONTH'S END", minimum: bar, maximum: bar, priority: 2),
        ]
        return Table(columns, count: budgets.count) { cells(budgets[$0], bar: bar) }
    }

    private static func cells(_ budget: BudgetStatus, bar: Int) -> [StyledText] {
        let subject = budget.subject.text
        return [
            budget.mark,
            StyledText(budget.name) + (subject.isEmpty ? "" : StyledText("  \(subject)", .textMuted)),
            StyledText(budget.short(budget.today)), StyledText(budget.short(budget.month), .textStrong),
            StyledText(budget.short(budget.amount), .textMuted),
            StyledText(budget.short(budget.forecast?.expected), budget.isOver ? budget.severityRole : .text),
            budget.bar(width: bar),
        ]
    }
}

extension BudgetStatus {
    /// An amount for a column whose title needs no unit but dollars.
    fileprivate func short(_ amount: Double?) -> String {
        unit == .dollars ? Format.money(amount) : Format.count(amount)
    }

    /// Whether it is used up, or will be.
    var isOver: Bool { month >= amount || (forecast?.expected ?? 0) >= amount }
    fileprivate var severityRole: Role { month >= amount ? .statusCritical : .statusWarning }

    /// How it is, by a sign.
    var mark: StyledText {
        if isOver { return StyledText("▲", severityRole) }
        // The end of the interval tells what may come.
        if let forecast, forecast.high >= amount { return StyledText("·", .statusWarning) }
        return StyledText("✓", .statusOk)
    }

    /// What is used as blocks, the forecast with its interval behind it, and the amount as a limit.
    func bar(width: Int) -> StyledText {
        let most = max(amount, month, forecast?.high ?? 0) * 1.05
        let share = min(max(0, month / most), 1)
        guard most > 0, most.isFinite, share.isFinite, width > 0 else { return StyledText() }
        let used = Int((share * Double(width)).rounded())
        let solid = StyledText(String(repeating: "█", count: used), isOver ? severityRole : .chartSeries1)
        guard used < width else { return solid }
        // The bar of the forecast is drawn over the rest of the axis.
        let start = Double(used) / Double(width) * most
        let axis = start...max(start, most)
        let (low, expected, high) = forecast.map { ($0.low, $0.expected, $0.high) } ?? (.nan, .nan, .nan)
        return solid
            + IntervalBar(
                lower: low, estimate: expected, upper: high, axis: axis, reference: nil, limit: amount,
                role: isOver ? severityRole : .textMuted
            ).text(width: width - used)
    }
}
