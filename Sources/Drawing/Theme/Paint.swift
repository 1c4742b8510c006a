/// What a cell is painted with: colour numbers of the terminal, or -1 for its own colours.
public struct Paint: Hashable, Sendable {
    /// Colour of letters: -1, a palette number, or 24 bits of RGB when the depth is true colour.
    public var foreground: Int32
    /// Colour behind them.
    public var background: Int32
    /// Attributes.
    public var attributes: Attributes
}
