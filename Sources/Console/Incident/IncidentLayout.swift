import Diagnosis
import Drawing

/// Where the parts of an incident stand. What is wrong comes first, then what changed, then which calls have it, then the worst of them:
/// ```
/// sentence, facts
/// ┌ course ─────────────────┐
/// ┌ what changed ┐┌ split ──┐
/// ┌ worst requests ─────────┐
/// ```
/// Narrow windows stack all of it without frames around lists.
struct IncidentLayout {
    let headline: Rect
    let chart: Rect
    /// With their frames, where there are any.
    let changesFrame: Rect
    let splitFrames: [Rect]
    let requestsFrame: Rect
    let isFramed: Bool

    /// - Parameters:
    ///   - headline: lines that say what is wrong.
    ///   - splits: how many splits there are to show.
    init(headline: Int, changes: Int, splits: Int, splitRows: Int, in pane: Rect, _ width: CanvasSize.WidthClass) {
        isFramed = width != .narrow
        var rest: Rect
        (self.headline, rest) = pane.splitTop(min(headline, pane.height / 3))
        if isFramed {
            (chart, rest) = rest.splitTop(min(max(7, rest.height * 3 / 10), 16))
            let rows = min(max(changes, splitRows + 1, 3) + 2, max(5, rest.height * 4 / 10))
            let (middle, below) = rest.splitTop(rows)
            if width == .wide, splits > 1 {
                let parts = middle.columns([3] + Array(repeating: 2, count: splits))
                (changesFrame, splitFrames) = (parts[0], Array(parts.dropFirst()))
            } else {
                let parts = middle.columns([1, 1])
                (changesFrame, splitFrames) = (parts[0], [parts[1]])
            }
            requestsFrame = below
        } else {
            (chart, rest) = rest.splitTop(rest.height >= 15 ? max(5, rest.height / 4) : 0)
            let spare = rest.height
            var frame: Rect
            (frame, rest) = rest.splitTop(1 + min(max(1, changes), max(1, spare / 4)))
            changesFrame = frame
            (frame, rest) = rest.splitTop(splitRows == 0 ? 0 : 1 + min(splitRows, max(1, spare / 4)))
            splitFrames = [frame]
            requestsFrame = rest
        }
    }

    /// What stands in a frame, or below its title.
    func inside(_ frame: Rect) -> Rect { isFramed ? frame.inset() : frame.splitTop(1).rest }
}

extension ConsoleState {
    /// Where things stand now.
    var incidentLayout: IncidentLayout {
        IncidentLayout(
            headline: incidentHeadline.count, changes: incident?.count(of: .changes) ?? 0,
            splits: incident?.dossier?.splits.count ?? 0, splitRows: incident?.count(of: .split) ?? 0,
            in: ScreenLayout(size).pane, size.widthClass)
    }
}
