import Drawing

/// Where the parts of the pane Prompts stand: all prompts, the versions of the selected one, and what is said of the selected version.
struct PromptsLayout {
    let prompts: Rect
    let versions: Rect
    let detail: Rect
    /// Whether frames stand around them; else titles above them.
    let isFramed: Bool

    init(prompts: Int, in pane: Rect, _ width: CanvasSize.WidthClass) {
        isFramed = width != .narrow
        let edges = isFramed ? 3 : 2
        let (upper, rest) = pane.splitTop(min(max(1, prompts) + edges, max(edges + 1, pane.height * 2 / 5)))
        let (middle, lower) = rest.splitBottom(min(isFramed ? 8 : 4, rest.height / 3))
        (self.prompts, versions, detail) = (upper, middle, lower)
    }

    /// The room within a panel.
    func inside(_ rect: Rect) -> Rect { isFramed ? rect.inset() : rect.splitTop(1).rest }
}
