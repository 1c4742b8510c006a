import Domain

extension CommandTable {
    static let console: [Command] = [
        Command(
            name: "panel.zoom", word: "zoom", group: .console, places: [.overview], keys: [.character("z")],
            description: "give the whole pane to the panel in focus, or take it back",
            disabledReason: { $0.overview.view == nil ? "there is nothing to enlarge" : nil },
            run: { state, _ in
                state.overview.isZoomed.toggle()
                return []
            }),
        Command(
            name: "console.command", word: "command", group: .console, keys: [.character(":")],
            description: "type a command; Tab completes it",
            run: { state, _ in
                state.overlay = .prompt(Prompt(.command))
                return []
            }),
        Command(
            name: "console.help", word: "help", group: .console, keys: [.character("?")],
            description: "all commands and their keys",
            run: { state, _ in
                state.overlay = .help(Help(place: state.place))
                return []
            }),
        Command(
            name: "console.back", word: "back", group: .console, keys: [.escape],
            description: "one step back: overlay, enlarged panel, filter, where you came from, looking back",
            disabledReason: { $0.canGoBack ? nil : "there is nothing to go back from" },
            run: { state, _ in state.goBack() }),
        Command(
            name: "pane.overview", word: "overview", group: .console, keys: [.character("1")],
            description: "the pane Overview",
            run: { state, _ in
                state.overview.isZoomed = false
                state.go(to: .overview)
                return []
            }),
        Command(
            name: "pane.requests", word: "requests", group: .console, keys: [.character("2")],
            description: "the pane Requests",
            run: { state, _ in
                state.go(to: .requests)
                return []
            }),
        Command(
            name: "console.theme", word: "theme", group: .console, keys: [.character("T")],
            description: "choose the colours; each is shown while it is selected",
            argument: .init(label: "NAME", candidates: { $0.themes }),
            run: { state, text throws(CommandFailure) in try state.setTheme(text) }),
        Command(
            name: "console.mouse", word: "mouse", group: .console, keys: [.character("M")],
            description: "listen to the mouse, or leave it to the terminal for selecting text",
            run: { state, _ in
                state.usesMouse.toggle()
                state.tell(.done, state.usesMouse ? "mouse on" : "mouse off: the terminal selects text")
                return [.setMouse(state.usesMouse)]
            }),
        Command(
            name: "console.screenshot", word: "screenshot", group: .console, keys: [],
            description: "write this screen as text to a file", argument: .init(label: "FILE"),
            run: { _, text throws(CommandFailure) in
                guard let text, !text.isEmpty else { throw CommandFailure("name a file: :screenshot FILE") }
                return [.saveScreenshot(text)]
            }),
        Command(
            name: "console.repaint", word: "repaint", group: .console, keys: [.control("l")],
            description: "paint the screen anew; in Requests, ask for the rows anew",
            run: { state, _ in
                if state.place == .requests { state.askRequestsAgain() }
                return [.repaint]
            }),
        Command(
            name: "console.suspend", word: "suspend", group: .console, keys: [.control("z")],
            description: "stop, and give the terminal back", run: { _, _ in [.suspend] }),
        Command(
            name: "console.quit", word: "quit", group: .console, keys: [.character("q"), .control("c")],
            description: "leave; from an enlarged panel or an opened request, first go back",
            run: { state, _ in
                guard state.hasOpened else { return [.quit] }
                return state.goBack()
            }),
    ]
}

extension ConsoleState {
    /// Whether something was opened over the pane.
    var hasOpened: Bool {
        switch place {
        case .overview: overview.isZoomed || chartCursor != nil
        case .requests, .alerts, .prompts, .rollouts, .evaluations, .audit: false
        case .request, .health, .incident, .comparison, .behaviour: true
        }
    }

    /// Whether there is a step that Esc can take back.
    var canGoBack: Bool {
        if !earlierPlaces.isEmpty || time.mode != .live { return true }
        return switch place {
        case .overview:
            chartCursor != nil || overview.isZoomed || !overview.lens.filterText.isEmpty || !overview.earlier.isEmpty
        case .requests: !requests.earlier.isEmpty || requestsSearch != nil
        case .alerts: !alerts.filter.isEmpty
        case .prompts, .rollouts, .evaluations, .audit: false
        case .request, .health, .incident, .comparison, .behaviour: true
        }
    }

    mutating func goBack() -> [Effect] {
        switch place {
        case .requests where requestsSearch != nil: return [requestsSearch.map { .cancel($0.id) }].compactMap { $0 }
        case .overview where goBackInOverview(): break
        case .requests where requests.goBack(): break
        case .alerts where !alerts.filter.isEmpty: filterAlerts("")
        case .request where request?.selectedTurn != nil: request?.selectedTurn = nil
        default:
            if let before = earlierPlaces.popLast() {
                (place, time) = (before, earlierTimes.removeValue(forKey: before) ?? time)
            } else {
                time.mode = .live
            }
        }
        return []
    }

    /// Shows another place; the way back leads here. Choosing a pane begins a new way.
    mutating func go(to place: Place) {
        guard place != self.place else { return }
        earlierPlaces.removeAll { $0 == place }
        earlierPlaces.append(self.place)
        self.place = place
        if let time = earlierTimes.removeValue(forKey: place) { self.time = time }
    }

    private mutating func goBackInOverview() -> Bool {
        if chartCursor != nil {
            overview.cursor = nil
        } else if overview.isZoomed {
            overview.isZoomed = false
        } else if let before = overview.earlier.popLast() {
            overview.lens = before
        } else if !overview.lens.filterText.isEmpty {
            overview.lens.filter = .all
            overview.lens.filterText = ""
        } else {
            return false
        }
        return true
    }

    mutating func setTheme(_ text: String?) throws(CommandFailure) -> [Effect] {
        guard let text else {
            let items = themes.map { Picker.Item(label: $0, value: $0) }
            overlay = .picker(
                Picker(
                    title: "Theme", command: "console.theme", items: items,
                    selected: themes.firstIndex(of: theme) ?? 0, previousTheme: theme))
            return []
        }
        guard themes.contains(text) else {
            throw CommandFailure("there is no theme \(text): use \(words(themes))")
        }
        (theme, usualTheme) = (text, text)
        return [.setTheme(text)]
    }
}
