import Drawing

/// A canvas and its colours.
struct TerminalFrame: Sendable {
    let canvas: Canvas
    let palette: Palette
}
