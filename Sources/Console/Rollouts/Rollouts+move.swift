import Domain
import Drawing

extension ConsoleState {
    /// Lists the calls of the canary since the step began, the worst first; Esc leads back.
    mutating func openSamples() throws(CommandFailure) -> [Effect] {
        guard let rollout = rollouts.selected else { return [] }
        var terms = [FilterTerm(.equals(.release, [rollout.plan.to]))]
        if let environment = rollout.plan.environment { terms.append(FilterTerm(.equals(.environment, [environment]))) }
        let length = max(.minutes(15), end.since(rollout.stepBegan))
        try openRequests(
            filter: Filter(terms).written, order: .worst, time: TimeSelection(length: length, mode: time.mode))
        return []
    }

    /// The mouse selects a rollout or a gate.
    mutating func pressInRollouts(x: Int, y: Int) {
        guard let all = rollouts.rollouts, let selected = rollouts.selected else { return }
        let layout = rolloutsLayout
        if layout.list.contains(x: x, y: y) {
            rollouts.focus = .rollouts
            if case .row(let index)? = rolloutsTable(all).hit(x: x, y: y, in: layout.rows, glyphs: glyphs) {
                rollouts.move(by: index - (rollouts.selectedIndex ?? 0))
            }
        } else if layout.gates.contains(x: x, y: y) {
            rollouts.focus = .gates
            let table = gateTable(rollouts.detail?.rollout ?? selected, rollouts.detail?.standing).table
            if case .row(let index)? = table.hit(x: x, y: y, in: layout.inside(layout.gates), glyphs: glyphs) {
                rollouts.move(by: index - (rollouts.gateIndex ?? 0))
            }
        }
    }
}
