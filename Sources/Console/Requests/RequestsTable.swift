import Domain
import Drawing

/// The table of requests, and which of its columns are which.
struct RequestsTable {
    let columns: [RequestColumn]
    let table: Table
}

extension ConsoleState {
    /// The answer, unless it is one to another question: calls that do not match are not passed off as some that do.
    var shownRequests: RequestsView? {
        guard let view = requests.view, view.answer.question.filter == requests.lens.filter,
            view.answer.question.scope == scope, view.answer.question.range.length == time.length
        else { return nil }
        return view
    }

    /// The row that is selected; nil when there is none.
    var selectedRequest: RequestRow? {
        guard let rows = shownRequests?.rows, rows.indices.contains(requests.selectedIndex) else { return nil }
        return rows[requests.selectedIndex]
    }

    /// The table as it fits on the screen; nil before there is an answer. Columns that do not fit are left out here, in the order of their
    /// priority.
    var requestsTable: RequestsTable? {
        guard let view = shownRequests else { return nil }
        let width = requestsLayout.table.width
        var columns = view.columns.filter { requests.columnChoices[$0] != false }
            .map { (kind: $0, layout: layout(of: $0, view)) }
        func needed() -> Int { columns.reduce(columns.count) { $0 + $1.layout.minimum } }
        while needed() > width,
            let last = columns.indices.max(by: { columns[$0].layout.priority <= columns[$1].layout.priority }),
            columns[last].layout.priority > 0
        {
            columns.remove(at: last)
        }
        let kinds = columns.map(\.kind)
        let latest = view.answer.question.range.to
        var table = Table(columns.map(\.layout), count: view.rows.count, selected: requests.selectedIndex) { index in
            guard view.rows.indices.contains(index) else { return [] }
            return kinds.map { view.cell($0, view.rows[index], latest: latest) }
        }
        table.offset = requests.offset
        let order = requests.lens.order
        table.sort = kinds.firstIndex { $0.order == order || order.isAscending && $0.order == order.reversed }.map {
            Table.Sort(column: $0, isAscending: requests.lens.order.isAscending)
        }
        return RequestsTable(columns: kinds, table: table)
    }

    private func layout(of column: RequestColumn, _ view: RequestsView) -> Table.Column {
        let isNarrow = size.widthClass == .narrow
        /// What the person wants to see is left out last.
        func priority(_ usual: Int) -> Int { requests.columnChoices[column] == true ? min(usual, 1) : usual }
        func number(_ title: String, _ width: Int, _ usual: Int) -> Table.Column {
            .init(title, alignment: .right, minimum: width, maximum: width, priority: priority(usual))
        }
        func text(_ title: String, _ usual: Int, atMost most: Int) -> Table.Column {
            let width = min(max(view.widths[column] ?? 0, Text.width(of: title)), most)
            return .init(title, minimum: width, maximum: width, priority: priority(usual))
        }
        switch column {
        case .time: return number("TIME", view.showsDay ? 14 : 8, 0)
        case .status: return text("STATUS", 0, atMost: isNarrow ? 16 : 28)
        case .duration: return number("LAT s", 6, 0)
        case .bar: return .init("", minimum: 12, maximum: 12, priority: priority(10))
        case .firstToken: return number("TTFT s", 6, 5)
        case .service: return text("SERVICE", 2, atMost: isNarrow ? 14 : 24)
        case .environment: return text("ENV", 9, atMost: 12)
        case .model: return text("MODEL", 1, atMost: isNarrow ? 18 : 28)
        case .release: return text("RELEASE", 2, atMost: isNarrow ? 18 : 28)
        case .prompt: return text("PROMPT", 7, atMost: 24)
        case .input: return number("IN TOK", 6, 6)
        case .output: return number("OUT", 5, 6)
        case .cost: return number("COST $", 8, 3)
        case .user: return text("USER", 4, atMost: isNarrow ? 12 : 20)
        case .session: return text("SESSION", 8, atMost: 24)
        case .score(let name):
            let title = Text.truncated(Text.sanitized(name.uppercased()), to: 12)
            return number(title, max(5, Text.width(of: title)), 5)
        case .trace: return .init("TRACE", minimum: 8, maximum: 32, priority: priority(11))
        }
    }
}

extension RequestsView {
    /// What stands in a column of a row.
    fileprivate func cell(_ column: RequestColumn, _ row: RequestRow, latest: Timestamp) -> StyledText {
        switch column {
        case .time:
            return StyledText(TimeWords.second(row.end, reference: latest), row.call.isError ? .textStrong : .text)
        case .status:
            let status = CallStatus(row.call)
            let isPlain = !row.call.isError && status.word == "ok"
            return StyledText(status.sign, status.role)
                + StyledText(" \(status.word)", isPlain ? .textMuted : status.role)
        case .duration, .firstToken: return number(Format.seconds(column.number(of: row)))
        case .bar:
            let part = slowest > 0 ? row.duration.map { $0.seconds / slowest } : nil
            return Bar(part).text(width: 12, role: row.call.isError ? .statusCritical : .chartSeries1)
        case .input, .output: return number(Format.count(column.number(of: row)))
        case .cost: return number(cost(row))
        case .score: return number(Format.decimal(column.number(of: row), decimals: 2))
        case .release:
            let name = column.text(of: row).map { Self.release($0, family: releaseFamily) }
            return number(name ?? Format.missing)
        case .service, .environment, .model, .prompt, .user, .session:
            return number(column.text(of: row) ?? Format.missing)
        case .trace: return StyledText(row.traceID.description, .textMuted)
        }
    }

    private func number(_ text: String) -> StyledText {
        StyledText(text, text == Format.missing ? .textMuted : .text)
    }

    private func cost(_ row: RequestRow) -> String {
        guard let usd = row.cost?.usd else { return Format.missing }
        return usd > 0 && usd < 0.00005 ? "<0.0001" : Format.decimal(usd, decimals: usd < 99.99995 ? 4 : 2)
    }
}
