import Domain
import Drawing

extension ConsoleState {
    /// A click selects a row, opens the one that is selected already, or orders by the column on whose title it falls.
    mutating func pressRequests(x: Int, y: Int) -> [Effect] {
        let rect = requestsLayout.table
        guard let shown = requestsTable else { return [] }
        switch shown.table.hit(x: x, y: y, in: rect, glyphs: glyphs) {
        case .row(let index) where index == requests.selectedIndex:
            if let row = selectedRequest { openRequest(trace: row.traceID, span: row.spanID) }
        case .row(let index): selectRequest(index, visible: rect.height - 1, in: shown.table)
        case .header(let index) where shown.columns.indices.contains(index):
            if let order = shown.columns[index].order {
                self.order(order == requests.lens.order ? order.reversed ?? order : order)
            }
        default: break
        }
        return []
    }
}
