import Drawing

/// Where the parts of one request stand. Side by side from 100 columns on; below one above the other, and what takes the keys has
/// more of the room.
struct RequestLayout {
    /// What went wrong, and the trace in numbers.
    let headline: Rect
    /// With their frames, where there are any.
    let stepsFrame: Rect
    let readingFrame: Rect
    let steps: Rect
    let reading: Rect
    let isFramed: Bool

    init(_ state: RequestState, in pane: Rect, _ width: CanvasSize.WidthClass) {
        let (top, rest) = pane.splitTop(2)
        headline = top
        isFramed = width != .narrow
        if isFramed {
            (stepsFrame, readingFrame) = rest.splitLeft(rest.width * (width == .wide ? 50 : 48) / 100)
            (steps, reading) = (stepsFrame.inset(), readingFrame.inset())
        } else {
            // A line with the title stands above each.
            let count = max(1, state.waterfall.rows.count) + 2
            let most = state.focus == .steps ? rest.height * 3 / 5 : 5
            (stepsFrame, readingFrame) = rest.splitTop(min(count, most))
            (steps, reading) = (stepsFrame.splitTop(1).rest, readingFrame.splitTop(1).rest)
        }
    }
}
