import Drawing

/// Where the parts of the pane Rollouts stand: the list when there are several, what the selected one is, its steps and gates, its evidence,
/// the course of a gate, the log.
struct RolloutsLayout {
    let list: Rect
    let head: Rect
    let steps: Rect
    let gates: Rect
    let evidence: Rect
    /// Nil where there is no room.
    let course: Rect?
    let log: Rect
    /// Whether frames stand around them; else lines between them.
    let isFramed: Bool

    init(rollouts: Int, steps stepCount: Int, gates gateCount: Int, in pane: Rect, _ width: CanvasSize.WidthClass) {
        isFramed = width != .narrow
        let edges = isFramed ? 2 : 1
        let listed = rollouts > 1 ? min(rollouts, isFramed ? 6 : 3) + edges : 0
        let (list, rest) = pane.splitTop(min(listed, pane.height / 3))
        let (head, body) = rest.splitTop(2)
        (self.list, self.head) = (list, head)
        // A line of titles, the gates, and how traffic is split.
        let rows = gateCount + 2
        if isFramed {
            let wanted = max(rows, stepCount) + 2
            let (upper, lower) = body.splitTop(min(wanted, max(5, body.height - 6)))
            (steps, gates) = upper.splitLeft(width == .wide ? 36 : 26)
            let (evidence, bottom) = lower.splitTop(2)
            self.evidence = evidence.inset(horizontal: 1, vertical: 0)
            let halves = bottom.splitLeft(bottom.width / 2)
            (course, log) = (halves.left, halves.rest)
        } else {
            let (line, below) = body.splitTop(1)
            steps = line
            let (upper, lower) = below.splitTop(min(rows + 1, max(4, below.height - 4)))
            gates = upper
            let (evidence, log) = lower.splitTop(3)
            (self.evidence, self.log) = (evidence, log)
            course = nil
        }
    }

    /// The room within a panel.
    func inside(_ rect: Rect) -> Rect {
        isFramed ? rect.inset() : rect.splitTop(1).rest
    }

    /// The rows of the list.
    var rows: Rect { isFramed ? list.inset() : list.splitBottom(1).rest }
}
