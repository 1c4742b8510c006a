import Diagnosis
import Domain

extension CommandTable {
    static let overview: [Command] = [
        Command(
            name: "overview.open", word: "open", group: .overview, places: [.overview], keys: [.enter],
            description: "the requests behind the selected row, change or point of a chart, the worst first",
            disabledReason: { $0.nothingToOpen },
            run: { state, _ throws(CommandFailure) in try state.openSelection() }),
        Command(
            name: "chart.earlier", word: "earlier-point", group: .overview, places: [.overview],
            keys: [.character(","), .character("<")],
            description: "look at a point of the chart, then at the one before",
            disabledReason: storeIsEmpty,
            run: { state, _ in
                state.moveChartCursor(by: -1)
                return []
            }),
        Command(
            name: "chart.later", word: "later-point", group: .overview, places: [.overview],
            keys: [.character("."), .character(">")], description: "look at a point of the chart, then at the next one",
            disabledReason: storeIsEmpty,
            run: { state, _ in
                state.moveChartCursor(by: 1)
                return []
            }),
        Command(
            name: "overview.narrow", word: "narrow", group: .overview, places: [.overview], keys: [.character("n")],
            description: "look at the selected row only",
            disabledReason: { $0.overview.focus == .breakdown ? rowIsMissing($0) : "the breakdown is not in focus" },
            run: { state, _ throws(CommandFailure) in try state.narrowToSelectedRow() }),
        Command(
            name: "overview.filter", word: "filter", group: .overview, places: [.overview], keys: [.character("/")],
            description: "filter calls, such as status:error model:gpt-4o latency>3s",
            argument: .init(label: "CONDITIONS"), disabledReason: storeIsEmpty,
            run: { state, text throws(CommandFailure) in try state.setFilter(text) }),
        Command(
            name: "overview.group", word: "group", group: .overview, places: [.overview], keys: [.character("g")],
            description: "group by the next dimension, or by the one that is named",
            argument: .init(label: "DIMENSION", candidates: { $0.overview.groupings.map(\.rawValue) }),
            disabledReason: storeIsEmpty,
            run: { state, text throws(CommandFailure) in try state.setGrouping(text) }),
        Command(
            name: "overview.sort", word: "sort", group: .overview, places: [.overview], keys: [.character("s")],
            description: "sort by the next column, or by the one that is named",
            argument: .init(label: "COLUMN", candidates: { $0.sortableColumns.map(\.word) }),
            disabledReason: rowIsMissing,
            run: { state, text throws(CommandFailure) in try state.setSort(text) }),
        Command(
            name: "overview.reverse", word: "reverse", group: .overview, places: [.overview], keys: [.character("r")],
            description: "sort the other way round", disabledReason: rowIsMissing,
            run: { state, _ in
                var order = state.overview.order
                order.isAscending.toggle()
                state.overview.sort(by: order)
                return []
            }),
        Command(
            name: "overview.columns", word: "columns", group: .overview, places: [.overview], keys: [.character("c")],
            description: "hide or show a column",
            argument: .init(label: "COLUMN", candidates: { $0.choosableColumns.map(\.word) }),
            disabledReason: rowIsMissing,
            run: { state, text throws(CommandFailure) in try state.toggleColumn(text) }),
        Command(
            name: "overview.copy", word: "copy", group: .overview, places: [.overview], keys: [.character("y")],
            description: "copy the selected row, its name only, or what the empty screen shows",
            argument: .init(label: "name", candidates: { _ in ["name"] }),
            disabledReason: { $0.teaches ? nil : rowIsMissing($0) },
            run: { state, text throws(CommandFailure) in try state.copySelection(text) }),
    ]

    private static let storeIsEmpty: @Sendable (ConsoleState) -> String? = {
        $0.teaches ? "there are no calls yet" : nil
    }
    private static let rowIsMissing: @Sendable (ConsoleState) -> String? = {
        $0.overview.selectedIndex == nil ? "there is no row" : nil
    }
}

extension OverviewState {
    /// The dimensions that `g` goes through.
    var groupings: [Dimension] { [.release, .service, .model, .prompt, .operation, .user] }
}

extension ConsoleState {
    /// The columns that rows can be sorted by.
    var sortableColumns: [BreakdownColumn] { BreakdownColumn.sortable(scores: overview.view?.scores ?? []) }

    mutating func setGrouping(_ text: String?) throws(CommandFailure) -> [Effect] {
        if let text {
            guard let dimension = Dimension(rawValue: text.lowercased()) else {
                throw CommandFailure(
                    "calls cannot be grouped by \(text): use \(words(overview.groupings.map(\.rawValue)))")
            }
            overview.lens.grouping = dimension
        } else {
            let present = overview.lens.grouping ?? overview.view?.answer.grouping
            let next = present.flatMap { overview.groupings.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
            overview.lens.grouping = overview.groupings[next % overview.groupings.count]
        }
        overview.lens.selection = OverviewState.Selection(name: nil, index: 0)
        return []
    }

    mutating func setSort(_ text: String?) throws(CommandFailure) -> [Effect] {
        let columns = sortableColumns
        var order = overview.order
        if let text {
            guard let column = columns.first(where: { $0.word == text.lowercased() }) else {
                throw CommandFailure("there is no column \(text): use \(words(columns.map(\.word)))")
            }
            order = BreakdownOrder(column: column, isAscending: column == .name)
        } else {
            // Only what is on the screen: nobody should guess by what rows are sorted.
            let shown = breakdownColumns.filter { columns.contains($0) }
            let next = shown.firstIndex(of: order.column).map { $0 + 1 } ?? 0
            let column = shown.isEmpty ? order.column : shown[next % shown.count]
            order = BreakdownOrder(column: column, isAscending: column == .name)
        }
        overview.sort(by: order)
        return []
    }

    /// The columns that can be hidden: all but the name.
    var choosableColumns: [BreakdownColumn] { sortableColumns.filter { $0 != .name } }

    mutating func toggleColumn(_ text: String?) throws(CommandFailure) -> [Effect] {
        let columns = choosableColumns
        guard let text else {
            let items = columns.map { column in
                Picker.Item(
                    label: (overview.hiddenColumns.contains(column) ? "  " : "✓ ") + column.word, value: column.word)
            }
            overlay = .picker(Picker(title: "Columns", command: "overview.columns", items: items, selected: 0))
            return []
        }
        guard let column = columns.first(where: { $0.word == text.lowercased() }) else {
            throw CommandFailure("there is no column \(text): use \(words(columns.map(\.word)))")
        }
        overview.hiddenColumns.formSymmetricDifference([column])
        return []
    }

    mutating func setFilter(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let text else {
            overlay = .prompt(Prompt(continuing: overview.lens.filterText))
            return []
        }
        do {
            let filter = try Filter(parsing: text)
            overview.lens.filter = filter
            overview.lens.filterText = filter.terms.isEmpty ? "" : text
            return []
        } catch {
            throw CommandFailure(error.reason, at: error.offset)
        }
    }

    /// The filter that is set and the condition that only calls of the selected row meet; nil when no row is selected.
    private var filterOfSelectedRow: String? {
        guard let row = overview.selectedRow, let grouping = overview.view?.answer.grouping else { return nil }
        let condition = "\(grouping.rawValue):\(Filter.written(row.name ?? "unknown"))"
        return overview.lens.filterText.isEmpty ? condition : "\(overview.lens.filterText) \(condition)"
    }

    /// Why Enter would list nothing; nil when it would.
    fileprivate var nothingToOpen: String? {
        switch overview.focus {
        case .breakdown: overview.selectedIndex == nil ? "there is no row" : nil
        case .changes: overview.view?.changes.isEmpty ?? true ? "nothing changed" : nil
        case .charts: overview.view?.charts.isEmpty ?? true ? "there is no chart" : nil
        case .alerts: overviewAlerts.isEmpty ? "there is no alert" : nil
        }
    }

    /// Lists the calls of the selected row, of what changed, or of the point of the chart that is looked at, the worst first; Esc
    /// leads back. A chart of which no point is looked at shows its highest first.
    fileprivate mutating func openSelection() throws(CommandFailure) -> [Effect] {
        switch overview.focus {
        case .breakdown:
            if let filter = filterOfSelectedRow { try openRequests(filter: filter, order: .worst) }
        case .changes: try openSelectedChange()
        case .alerts:
            let shown = overviewAlerts
            guard !shown.isEmpty else { break }
            openIncident(shown[min(overview.alertsSelection, shown.count - 1)])
        case .charts:
            if chartCursor == nil { moveChartCursor(by: 0) } else { try openChartCursor() }
        }
        return []
    }

    /// Lists the calls of what changed, since it did.
    private mutating func openSelectedChange() throws(CommandFailure) {
        guard let changes = overview.view?.changes, !changes.isEmpty else { return }
        let mark = changes[min(max(0, overview.changesSelection), changes.count - 1)].mark
        let condition = mark.kind.dimension.flatMap { dimension in
            mark.subject.map { "\(dimension.rawValue):\(Filter.written($0))" }
        }
        let place = mark.service.map { "service:\(Filter.written($0))" }
        let terms = [overview.lens.filterText, condition ?? place ?? ""].filter { !$0.isEmpty }
        try openRequests(
            filter: terms.joined(separator: " "), order: .worst,
            time: TimeSelection(length: end.since(mark.time), mode: time.mode))
    }

    /// Looks at the calls of the selected row only, by the grouping that says most about them; Esc leads back.
    mutating func narrowToSelectedRow() throws(CommandFailure) -> [Effect] {
        guard let filter = filterOfSelectedRow, let grouping = overview.view?.answer.grouping else { return [] }
        let before = overview.lens
        _ = try setFilter(filter)
        overview.lens.grouping = grouping == .model ? .prompt : .model
        overview.lens.selection = OverviewState.Selection(name: nil, index: 0)
        overview.earlier.append(before)
        return []
    }
}
