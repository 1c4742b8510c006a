import Drawing

/// Where the parts of the frame stand:
/// ```
/// header
/// tabs
/// ────────
/// pane
/// ────────
/// footer
/// ```
struct ScreenLayout {
    let screen: Rect
    let header: Rect
    let tabs: Rect
    let upperRule: Rect
    let pane: Rect
    let lowerRule: Rect
    let footer: Rect

    init(_ size: CanvasSize) {
        screen = Rect(width: size.width, height: size.height)
        let top = screen.splitTop(3)
        let rows = top.top.rows([1, 1, 1])
        (header, tabs, upperRule) = (rows[0], rows[1], rows[2])
        let bottom = top.rest.splitBottom(2)
        pane = bottom.rest
        (lowerRule, footer) = bottom.bottom.splitTop(1)
    }
}
