import Diagnosis
import Domain
import Drawing

/// The table of groups, and which of its columns are which.
struct Breakdown {
    let columns: [BreakdownColumn]
    let table: Table
}

extension ConsoleState {
    /// The columns of the breakdown that are on the screen.
    var breakdownColumns: [BreakdownColumn] { breakdown(width: overviewLayout.table.width)?.columns ?? [] }

    /// The breakdown in a table of `width` cells; nil before there is an answer. Columns that do not fit are left out here, in the
    /// order of their priority, so that sorting goes through those that are seen.
    func breakdown(width: Int) -> Breakdown? {
        guard let view = overview.view else { return nil }
        var columns = view.columns.filter { !overview.hiddenColumns.contains($0) }.map {
            (kind: $0, layout: layout(of: $0, view, width: width))
        }
        func needed() -> Int { columns.reduce(columns.count) { $0 + $1.layout.minimum } }
        while needed() > width,
            let last = columns.indices.max(by: { columns[$0].layout.priority <= columns[$1].layout.priority }),
            columns[last].layout.priority > 0
        {
            columns.remove(at: last)
        }
        let kinds = columns.map(\.kind)
        let courseWidth = courseWidth(view)
        var table = Table(columns.map(\.layout), count: view.rows.count, selected: overview.selectedIndex) { index in
            view.cells(view.rows[index], kinds, courseWidth: courseWidth)
        }
        table.sort = kinds.firstIndex(of: overview.order.column)
            .map { Table.Sort(column: $0, isAscending: overview.order.isAscending) }
        table.isFocused = overview.focus == .breakdown
        return Breakdown(columns: kinds, table: table)
    }

    /// Cells of a course: one a step, fewer in a narrow window.
    private func courseWidth(_ view: OverviewView) -> Int {
        let points = view.answer.courses.lines.first?.points.count ?? 0
        return min(points, size.widthClass == .narrow ? 10 : 24)
    }

    private func layout(of column: BreakdownColumn, _ view: OverviewView, width: Int) -> Table.Column {
        func number(_ title: String, _ width: Int, _ priority: Int) -> Table.Column {
            .init(title, alignment: .right, minimum: width, maximum: width, priority: priority)
        }
        switch column {
        case .name:
            let grouping = view.answer.grouping.rawValue.uppercased()
            // Without a frame around it the header says how much there is.
            let isUnframed = size.widthClass == .narrow
            let count = view.rows.count > 5 && isUnframed ? " (\(view.rows.count))" : ""
            let title = isUnframed ? "BY \(grouping)\(count)" : grouping
            let wished = min(max(view.nameWidth, 14, title.utf8.count + 1), max(18, width * 2 / 5))
            return .init(title, minimum: wished, maximum: wished)
        case .requests: return number("REQ/S", 6, 0)
        case .errors: return number("ERR %", 7, 1)
        case .p50: return number("P50 s", 6, 3)
        case .p95: return number("P95 s", 7, 1)
        case .p99: return number("P99 s", 6, 6)
        case .firstToken: return number("TTFT s", 7, 5)
        case .input: return number("IN TOK/S", 9, 8)
        case .output: return number("OUT TOK/S", 10, 8)
        case .cost: return number("$/H", 8, 2)
        case .cached: return number("CACHED", 7, 9)
        case .score(let name):
            let title = Text.truncated(Text.sanitized(name.uppercased()), to: 16)
            return number(title, max(6, Text.width(of: title) + 1), 5)
        case .course(let course):
            let range = TimeWords.length(view.answer.question.length)
            let title = "\(course.title), \(range)"
            let width = max(title.utf8.count, courseWidth(view))
            return .init(title, minimum: width, maximum: width, priority: course.priority)
        }
    }
}

extension OverviewView {
    /// The columns that have a source, from left to right.
    var columns: [BreakdownColumn] {
        let total = answer.total
        var columns: [BreakdownColumn] = [.name, .requests, .errors, .p50, .p95, .p99]
        if total.timeToFirstToken != nil { columns.append(.firstToken) }
        if total.inputTokens != nil { columns.append(.input) }
        if total.outputTokens != nil { columns.append(.output) }
        columns.append(.cost)
        if total.cachedShare != nil { columns.append(.cached) }
        return columns + scores.map(BreakdownColumn.score) + [.course(.p95), .course(.errors), .course(.requests)]
    }

    /// The cells of a row in these columns.
    func cells(_ row: StatsRow, _ columns: [BreakdownColumn], courseWidth: Int) -> [StyledText] {
        let course = answer.course(of: row.name)
        let wrong = findings(about: row.name)
        return columns.map { column in
            let finding = wrong.first { $0.measure == column.measure }
            let text = text(column, row)
            guard let finding else {
                let isMuted = column == .name ? !row.isNamed : text == Format.missing || text == "no price"
                return isMuted ? StyledText(text, .textMuted) : cell(column, text, course, courseWidth)
            }
            return StyledText("▲ \(text)", finding.isCritical ? .statusCritical : .statusWarning)
        }
    }

    /// The number of a row, without its unit where the title says it.
    func text(_ column: BreakdownColumn, _ row: StatsRow) -> String {
        let measures = row.measures
        let value = column.value(of: measures, seconds: answer.seconds)
        switch column {
        case .name: return row.label
        case .requests: return Format.number(value.map { $0 / answer.seconds })
        case .errors: return withoutUnit(Format.percent(value))
        case .p50, .p95, .p99, .firstToken: return Format.seconds(value)
        case .input, .output: return Format.count(value)
        case .cost: return cost(value, measures)
        case .cached: return Format.percent(value)
        case .score: return Format.decimal(value, decimals: 2)
        case .course: return ""
        }
    }

    private func cost(_ value: Double?, _ measures: Measures) -> String {
        guard let value else { return measures.unpricedCalls > 0 ? "no price" : Format.missing }
        let isTiny = value > 0 && value < 0.005
        let amount = isTiny ? "<0.01" : value >= 1000 ? Format.count(value) : Format.decimal(value, decimals: 2)
        return measures.unpricedCalls > 0 && !isTiny ? "≥\(amount)" : amount
    }

    private func cell(_ column: BreakdownColumn, _ text: String, _ points: [Measures?], _ width: Int) -> StyledText {
        guard case .course(let course) = column else { return StyledText(text) }
        let (samples, least, role): ([Double?], Double, Role) =
            switch course {
            case .p95: (points.map { $0?.duration?.p95 }, 0, .chartSeries2)
            case .errors: (points.map { $0?.errorRate }, 0.02, .statusCritical)
            case .requests: (rates(points), 0, .chartSeries1)
            }
        // A steady course stands at two fifths, so that it looks calm and a rise looks like one.
        let known = samples.compactMap { $0 }
        let full = max(known.max() ?? 0, 2.5 * (known.min() ?? 0), least)
        return Sparkline(samples, full: full).text(width: width, role: role)
    }

    private func rates(_ points: [Measures?]) -> [Double?] {
        points.enumerated().map { step, point in
            guard let point, let seconds = answer.seconds(ofStep: step, in: answer.courses) else { return nil }
            return Double(point.calls) / seconds
        }
    }

    private func withoutUnit(_ text: String) -> String { text.hasSuffix(" %") ? String(text.dropLast(2)) : text }
}

extension BreakdownColumn.Course {
    fileprivate var title: String {
        switch self {
        case .p95: "P95"
        case .errors: "ERR"
        case .requests: "REQ/S"
        }
    }

    /// How soon it is left out, as with other columns.
    fileprivate var priority: Int {
        switch self {
        case .p95: 2
        case .errors: 10
        case .requests: 11
        }
    }
}

extension BreakdownColumn {
    /// What a finding about this column measures.
    fileprivate var measure: Finding.Measure? {
        switch self {
        case .errors: .errors
        case .p95: .latency
        default: nil
        }
    }
}
