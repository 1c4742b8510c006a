import Drawing

extension CommandTable {
    static let move: [Command] = [
        move("move.down", "down", [.character("j"), .down], "down") { $0.move(.rows(1)) },
        move("move.up", "up", [.character("k"), .up], "up") { $0.move(.rows(-1)) },
        move("move.pageDown", "page-down", [.control("d"), .pageDown], "half a page down") { $0.move(.pages(1)) },
        move("move.pageUp", "page-up", [.control("u"), .pageUp], "half a page up") { $0.move(.pages(-1)) },
        move("move.first", "first", [.home], "to the first") { $0.move(.first) },
        move("move.last", "last", [.end], "to the last") { $0.move(.last) },
        move("move.left", "left", [.character("h"), .left], "to the chart on the left") { $0.move(.charts(-1)) },
        move("move.right", "right", [.character("l"), .right], "to the chart on the right") { $0.move(.charts(1)) },
        move("panel.next", "next-panel", [.tab], "to the next panel") { $0.focusPanel(1) },
        move("panel.previous", "previous-panel", [.shiftTab], "to the panel before") { $0.focusPanel(-1) },
    ]

    private static func move(
        _ name: String, _ word: String, _ keys: [Key], _ description: String,
        _ action: @escaping @Sendable (inout ConsoleState) -> Void
    ) -> Command {
        let isOfPanels = name.hasPrefix("panel.")
        return Command(
            name: name, word: word, group: .move, keys: keys, description: description,
            disabledReason: { isOfPanels && !$0.place.hasPanels ? "there is only one panel here" : nil },
            run: { state, _ in
                action(&state)
                return []
            })
    }
}

extension ConsoleState {
    /// Moves the selection of what is in focus.
    mutating func move(_ movement: Movement) {
        switch place {
        case .overview: moveInOverview(movement)
        case .requests: moveInRequests(movement)
        case .request: moveInRequest(movement)
        case .alerts: moveInAlerts(movement)
        case .incident: moveInIncident(movement)
        case .prompts: prompts.move(by: movement.rows(page: promptsLayout.versions.height))
        case .rollouts: rollouts.move(by: movement.rows(page: rolloutsLayout.gates.height))
        case .comparison: moveInComparison(movement)
        case .evaluations: evaluations.move(by: movement.rows(page: ScreenLayout(size).pane.height))
        case .audit: audit.move(by: movement.rows(page: ScreenLayout(size).pane.height))
        case .behaviour: comparison?.behaviour.move(by: movement.rows(page: 8))
        case .health: health.move(by: movement.rows(page: ScreenLayout(size).pane.height / 2))
        }
    }

    /// Moves the selection of the panel in focus.
    private mutating func moveInOverview(_ movement: Movement) {
        let chose = overview.hasChosenFocus
        overview.hasChosenFocus = true
        if !chose, overview.focus == .alerts {
            // The keys were lent to what waits; who moves wants the table.
            overview.focus = .breakdown
            return
        }
        switch overview.focus {
        case .alerts:
            let wanted = overview.alertsSelection + movement.rows(page: max(1, overviewLayout.alerts.height))
            overview.alertsSelection = min(max(0, wanted), max(0, overviewAlerts.count - 1))
        case .breakdown:
            guard let index = overview.selectedIndex else { return }
            overview.select(index + movement.rows(page: overviewLayout.table.height - 1))
        case .changes:
            let count = overview.view?.changes.count ?? 0
            let wanted = overview.changesSelection + movement.rows(page: overviewLayout.changes.height)
            overview.changesSelection = min(max(0, wanted), max(0, count - 1))
        case .charts:
            guard case .charts(let distance) = movement, let charts = overview.view?.charts, !charts.isEmpty else {
                return
            }
            let present = charts.firstIndex(of: overview.chart) ?? 0
            overview.chart = charts[min(max(0, present + distance), charts.count - 1)]
        }
    }

    /// Gives the keys to the next panel, or to the one before.
    mutating func focusPanel(_ distance: Int) {
        if place == .request {
            let isReading = request?.focus == .reading
            request?.focus = isReading ? .steps : .reading
            return
        }
        if place == .alerts { return showAlertsPanel(distance) }
        if place == .incident { return focusIncidentPanel(distance) }
        if place == .prompts {
            prompts.focus = prompts.focus == .prompts ? .versions : .prompts
            return
        }
        if place == .rollouts {
            rollouts.focus = rollouts.focus == .rollouts ? .gates : .rollouts
            return
        }
        guard place.hasPanels else { return }
        let panels = overviewPanels
        let present = panels.firstIndex(of: overview.focus) ?? 0
        overview.focus = panels[(present + distance + panels.count) % panels.count]
        (overview.cursor, overview.hasChosenFocus) = (nil, true)
    }

    /// The panels of Overview that have something in them to go to, in the order in which Tab goes through them.
    private var overviewPanels: [OverviewState.Panel] {
        let hasAlerts = !overviewAlerts.isEmpty
        return OverviewState.Panel.allCases.filter { $0 != .alerts || hasAlerts || overview.focus == .alerts }
    }
}
