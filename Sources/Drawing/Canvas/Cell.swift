/// One cell of a canvas.
public struct Cell: Hashable, Sendable {
    /// What is seen.
    public internal(set) var glyph: Glyph
    /// What it means.
    public internal(set) var style: Style

    /// Nothing, as ordinary text.
    public static let blank = Cell(glyph: .blank, style: .text)
}
