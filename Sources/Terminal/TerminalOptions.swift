import Drawing

/// What the program wants of the terminal.
public struct TerminalOptions: Sendable {
    /// Where keys come from.
    public var input: Int32 = 0
    /// Where the screen is.
    public var output: Int32 = 1
    /// `TERM`, `COLORTERM`, `NO_COLOR`, `LC_ALL`, `LC_CTYPE`, `LANG`.
    public var environment: [String: String]
    /// The characters to draw with; nil finds out. Ask for ASCII where ambiguous characters are two cells wide.
    public var glyphs: GlyphSet?
    /// The colours to use at most; nil finds out.
    public var depth: ColourDepth?
    /// Whether the mouse is listened to at first.
    public var usesMouse = true
    /// Milliseconds after which a lone escape is the key; longer over slow lines.
    public var escapeDelay: Int32 = 25
    /// Where standard error goes while the screen is up; nil leaves it alone.
    public var log: Int32?

    /// The terminal on standard input and output.
    public init(environment: [String: String]) { self.environment = environment }
}
