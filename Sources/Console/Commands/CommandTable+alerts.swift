import Domain

extension CommandTable {
    static let alerts: [Command] = [
        Command(
            name: "pane.alerts", word: "alerts", group: .alerts, keys: [.character("7")],
            description: "the pane Alerts: what fires, rules, budgets, silences, receivers",
            run: { state, _ in
                state.go(to: .alerts)
                state.alerts.pin()
                return []
            }),
        Command(
            name: "alerts.waiting", word: "waiting", group: .alerts, keys: [.character("!")],
            description: "go to what waits for somebody, the most urgent first: pages, approvals, warnings",
            footerWord: "what waits",
            disabledReason: {
                ($0.alerts.view?.waiting.isEmpty ?? true) && $0.rollouts.waiting.isEmpty ? "nothing waits" : nil
            },
            run: { state, _ in
                // A page is more urgent than an approval, an approval than a warning.
                if state.alerts.view?.count(.page) ?? 0 > 0 || state.rollouts.waiting.isEmpty {
                    state.goToWaiting()
                } else {
                    state.goToWaitingRollout()
                }
                return []
            }),
        Command(
            name: "alerts.acknowledge", word: "ack", group: .alerts, places: [.alerts, .incident],
            keys: [.character("A")],
            description: "look after the alert, with a note if you like", danger: .changes,
            argument: .init(label: "NOTE"), disabledReason: { $0.acknowledgingIsOff },
            run: { state, text throws(CommandFailure) in try state.acknowledge(note: text) }),
        Command(
            name: "alerts.silence", word: "silence", group: .alerts, places: [.alerts, .incident],
            keys: [.character("S")],
            description: "do not hear the alert, its rule or what it is about for a while", danger: .changes,
            argument: .init(label: "WHAT LENGTH REASON", candidates: { $0.silenceCandidates }),
            disabledReason: { $0.silencingIsOff },
            run: { state, text throws(CommandFailure) in try state.silence(text) }),
        Command(
            name: "alerts.note", word: "note", group: .alerts, places: [.alerts, .incident], keys: [.character("N")],
            description: "write something beside the alert, for who comes next", danger: .changes,
            argument: .init(label: "TEXT"),
            disabledReason: { $0.alertAtHand == nil ? "no alert is selected" : $0.controlIsOff },
            run: { state, text throws(CommandFailure) in try state.noteAlert(text) }),
        Command(
            name: "alerts.endSilence", word: "unsilence", group: .alerts, places: [.alerts, .incident],
            keys: [.character("U")],
            description: "end the silence", danger: .changes, disabledReason: { $0.endingSilenceIsOff },
            run: { state, _ in state.endSilence() }),
        Command(
            name: "alerts.preview", word: "preview", group: .alerts, places: [.alerts], keys: [.character("p")],
            description: "when the selected rule would have fired in the last 7 days, or its facts again",
            disabledReason: {
                $0.alerts.panel == .rules && $0.alerts.selectedRule != nil ? nil : "no rule is selected"
            },
            run: { state, _ in
                state.togglePreview()
                return []
            }),
        Command(
            name: "alerts.filter", word: "filter", group: .alerts, places: [.alerts], keys: [.character("/")],
            description: "only rows in which all of the words occur", argument: .init(label: "WORDS"),
            run: { state, text in
                guard let text else {
                    state.overlay = .prompt(Prompt(.words, state.alerts.filter.text))
                    return []
                }
                state.filterAlerts(text)
                return []
            }),
        Command(
            name: "alerts.sort", word: "sort", group: .alerts, places: [.alerts], keys: [.character("s")],
            description: "by urgency, by the time at which they began, by rule",
            argument: .init(label: "ORDER", candidates: { _ in AlertOrder.allCases.map(\.rawValue) }),
            disabledReason: { $0.alerts.panel == .alerts ? nil : "only alerts can be ordered" },
            run: { state, text throws(CommandFailure) in try state.orderAlerts(text) }),
        Command(
            name: "alerts.copy", word: "copy", group: .alerts, places: [.alerts], keys: [.character("y")],
            description: "copy the selected row as a sentence",
            disabledReason: { $0.alerts.selectedIndex(of: $0.alerts.panel) == nil ? "there is no row" : nil },
            run: { state, _ throws(CommandFailure) in try state.copyAlertsRow() }),
    ]
}

extension ConsoleState {
    /// Shows the most urgent of the alerts that wait; when it is selected already, the one after it.
    mutating func goToWaiting() {
        guard let waiting = alerts.view?.waiting, !waiting.isEmpty else { return }
        let present = place == .alerts ? waiting.firstIndex { $0.id == alerts.selected?.id } : nil
        let next = present.map { ($0 + 1) % waiting.count } ?? 0
        filterAlerts("")
        alerts.select(waiting[next].id)
        go(to: .alerts)
    }

    mutating func filterAlerts(_ text: String) {
        alerts.filter.text = text
        prepareAlerts()
    }

    fileprivate mutating func orderAlerts(_ text: String?) throws(CommandFailure) -> [Effect] {
        var order = alerts.order.next
        if let text {
            guard let named = AlertOrder(rawValue: text.lowercased()) else {
                throw CommandFailure(
                    "alerts cannot be ordered by \(text): use \(words(AlertOrder.allCases.map(\.rawValue)))")
            }
            order = named
        }
        alerts.order = order
        prepareAlerts()
        return []
    }
}
