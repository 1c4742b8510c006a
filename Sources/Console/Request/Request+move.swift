import Domain
import Drawing

extension ConsoleState {
    /// Moves in the panel of the request that takes the keys.
    mutating func moveInRequest(_ movement: Movement) {
        guard var request else { return }
        if let turn = request.selectedTurn {
            let wanted = turn + movement.rows(page: ScreenLayout(size).pane.height - 3)
            request.selectedTurn = min(max(0, wanted), max(0, (session?.answer?.detail.turns.count ?? 0) - 1))
            self.request = request
            return
        }
        let layout = RequestLayout(request, in: ScreenLayout(size).pane, size.widthClass)
        switch request.focus {
        case .steps:
            if case .charts(let direction) = movement {
                if direction < 0 { request.waterfall.fold() } else { request.waterfall.unfold() }
            } else {
                request.waterfall.select(request.waterfall.index + movement.rows(page: layout.steps.height - 1))
            }
        case .reading:
            request.read { $0.move(to: $0.cursor + movement.rows(page: layout.reading.height)) }
        }
        self.request = request
    }

    /// The mouse selects a step or a line.
    mutating func pressInRequest(x: Int, y: Int) {
        guard var request else { return }
        if let turns = turnList {
            if let turn = turns.turn(atX: x, y: y, in: ScreenLayout(size).pane) { self.request?.selectedTurn = turn }
            return
        }
        let layout = RequestLayout(request, in: ScreenLayout(size).pane, size.widthClass)
        if layout.stepsFrame.contains(x: x, y: y) {
            request.focus = .steps
            let view = WaterfallView(request.waterfall, width: layout.steps.width, isFocused: true)
            if let row = view?.row(atX: x, y: y, in: layout.steps) { request.waterfall.select(row) }
        } else if layout.readingFrame.contains(x: x, y: y) {
            request.focus = .reading
            let view = DocumentView(request.document, isFocused: true)
            if let line = view.line(atX: x, y: y, in: layout.reading) { request.read { $0.move(to: line) } }
        }
        self.request = request
    }
}
