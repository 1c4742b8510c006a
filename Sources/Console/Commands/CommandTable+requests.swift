import Domain

extension CommandTable {
    static let requests: [Command] = [
        Command(
            name: "requests.open", word: "open", group: .requests, places: [.requests], keys: [.enter],
            description: "the selected request: its steps and what was said", disabledReason: rowIsMissing,
            run: { state, _ in
                if let row = state.selectedRequest { state.openRequest(trace: row.traceID, span: row.spanID) }
                return []
            }),
        Command(
            name: "requests.filter", word: "filter", group: .requests, places: [.requests], keys: [.character("/")],
            description:
                "filter calls, such as status:error latency>3s \"refund\"; Tab completes, ↑ brings earlier ones",
            argument: .init(label: "CONDITIONS"),
            run: { state, text throws(CommandFailure) in try state.setRequestsFilter(text) }),
        Command(
            name: "requests.worst", word: "worst", group: .requests, places: [.requests], keys: [.character("w")],
            description: "failed calls first, then slow ones",
            disabledReason: { $0.requests.lens.order == .worst ? "the worst come first already" : nil },
            run: { state, _ in
                state.order(.worst)
                return []
            }),
        Command(
            name: "requests.sort", word: "sort", group: .requests, places: [.requests], keys: [.character("s")],
            description: "the next order, or the one that is named",
            argument: .init(
                label: "ORDER", candidates: { _ in RequestsQuery.Order.allCases.map(\.rawValue) }),
            run: { state, text throws(CommandFailure) in try state.setRequestsOrder(text) }),
        Command(
            name: "requests.reverse", word: "reverse", group: .requests, places: [.requests], keys: [.character("r")],
            description: "the oldest calls first, or the newest",
            disabledReason: {
                $0.requests.lens.order.reversed == nil ? "only the order of time can be turned round" : nil
            },
            run: { state, _ in
                if let order = state.requests.lens.order.reversed { state.order(order) }
                return []
            }),
        Command(
            name: "requests.all", word: "all", group: .requests, places: [.requests], keys: [.character("x")],
            description: "remove the filter",
            disabledReason: { $0.requests.lens.filterText.isEmpty ? "there is no filter" : nil },
            run: { state, _ throws(CommandFailure) in try state.setRequestsFilter("") }),
        Command(
            name: "requests.columns", word: "columns", group: .requests, places: [.requests], keys: [.character("c")],
            description: "hide a column, or show it whatever the width",
            argument: .init(label: "COLUMN", candidates: { $0.choosableRequestColumns.map(\.word) }),
            disabledReason: rowIsMissing,
            run: { state, text throws(CommandFailure) in try state.toggleRequestColumn(text) }),
        Command(
            name: "requests.copy", word: "copy", group: .requests, places: [.requests], keys: [.character("y")],
            description: "copy the selected row, or its trace or span id",
            argument: .init(label: "trace|span", candidates: { _ in ["trace", "span"] }),
            disabledReason: { $0.teaches ? nil : rowIsMissing($0) },
            run: { state, text throws(CommandFailure) in try state.copyRequest(text) }),
    ]

    private static let rowIsMissing: @Sendable (ConsoleState) -> String? = {
        $0.selectedRequest == nil ? "there is no row" : nil
    }
}

extension ConsoleState {
    /// Shows the calls that `filter` lets through, from wherever the person is; Esc leads back there.
    ///
    /// - Parameter time: the time to look at meanwhile; nil keeps the present one.
    mutating func openRequests(
        filter text: String, order: RequestsQuery.Order, time other: TimeSelection? = nil
    ) throws(CommandFailure) {
        requests.open(try requestsLens(text, order))
        let before = (place: place, time: time)
        go(to: .requests)
        if let other {
            earlierTimes[before.place] = before.time
            time = other
        }
    }

    mutating func setRequestsFilter(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let text else {
            overlay = .prompt(Prompt(continuing: requests.lens.filterText))
            return []
        }
        let lens = try requestsLens(text, requests.lens.order)
        // The same again is a wish for newer rows.
        if lens == requests.lens { askRequestsAgain() }
        requests.look(through: lens)
        return []
    }

    mutating func setRequestsOrder(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let text else {
            order(requests.lens.order.next)
            return []
        }
        guard let chosen = RequestsQuery.Order(rawValue: text.lowercased()) else {
            throw CommandFailure(
                "calls cannot be ordered by \(text): use \(words(RequestsQuery.Order.allCases.map(\.rawValue)))")
        }
        order(chosen)
        return []
    }

    mutating func order(_ order: RequestsQuery.Order) {
        requests.lens.order = order
        requests.follow()
    }

    /// Asks for the rows anew, up to now.
    mutating func askRequestsAgain() {
        requests.follow()
        requests.asking.forget()
    }

    /// The columns that can be hidden or shown.
    var choosableRequestColumns: [RequestColumn] {
        (requests.view?.columns ?? []).filter { $0 != .time && $0 != .status }
    }

    mutating func toggleRequestColumn(_ text: String?) throws(CommandFailure) -> [Effect] {
        let columns = choosableRequestColumns
        let shown = requestsTable?.columns ?? []
        guard let text else {
            let items = columns.map {
                Picker.Item(label: (shown.contains($0) ? "✓ " : "  ") + $0.word, value: $0.word)
            }
            overlay = .picker(Picker(title: "Columns", command: "requests.columns", items: items, selected: 0))
            return []
        }
        guard let column = columns.first(where: { $0.word == text.lowercased() }) else {
            throw CommandFailure("there is no column \(text): use \(words(columns.map(\.word)))")
        }
        requests.columnChoices[column] = !shown.contains(column)
        return []
    }

    private func requestsLens(
        _ text: String, _ order: RequestsQuery.Order
    ) throws(CommandFailure) -> RequestsState.Lens {
        do {
            let filter = try Filter(parsing: text)
            return .init(filter: filter, filterText: filter.terms.isEmpty ? "" : text, order: order)
        } catch {
            throw CommandFailure(error.reason, at: error.offset)
        }
    }
}
