import Comparison
import Domain
import Drawing

extension ConsoleState {
    /// The question about the comparison that is due while it is seen.
    mutating func dueComparison(now: Timestamp) -> Effect? {
        guard let comparison else { return nil }
        let question = ComparisonQuestion(
            name: comparison.name, old: comparison.old, new: comparison.new, length: max(time.length, .hours(24)),
            at: end)
        return self.comparison?.asking.due(
            question, isLive: time.mode == .live, now: now, refresh: max(refresh, .seconds(30)))
    }

    /// Opens the comparison of two versions; Esc leads back.
    mutating func openComparison(_ name: String, _ old: Int, _ new: Int) {
        if comparison?.name != name || comparison?.old != old || comparison?.new != new {
            comparison = ComparisonState(name, old, new)
        }
        comparison?.asking.forget()
        go(to: .comparison)
    }

    mutating func moveInComparison(_ movement: Movement) {
        guard let layout = comparisonLayout, let text = comparisonText, let position = comparison?.position else {
            return
        }
        let rows = movement.rows(page: layout.text.height)
        comparison?.position = text.moved(position, by: rows, height: layout.text.height)
        comparison?.change = nil
    }

    /// Goes to the next change, or to the one before.
    mutating func goToChange(_ step: Int) {
        guard let layout = comparisonLayout, let text = comparisonText, let comparison else { return }
        let present = comparison.change ?? (comparison.position == .init() ? nil : text.change(at: comparison.position))
        guard let next = text.position(fromChange: present, step: step) else { return }
        self.comparison?.position = text.moved(next.position, by: 0, height: layout.text.height)
        self.comparison?.change = next.change
    }

    /// Looks at the same place in another way.
    mutating func changeComparison(_ change: (inout ComparisonState) -> Void) {
        guard var comparison else { return }
        change(&comparison)
        (comparison.position, comparison.change) = (.init(), nil)
        self.comparison = comparison
    }
}
