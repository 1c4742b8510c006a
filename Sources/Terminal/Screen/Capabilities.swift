import CCurses
import Drawing

/// What the terminal can show.
public struct Capabilities: Hashable, Sendable {
    /// How many colours.
    public let depth: ColourDepth
    /// Which characters.
    public let glyphs: GlyphSet
    /// Whether bright colours are numbers of their own; else they are the plain ones in bold.
    let hasBrightColours: Bool
    /// Whether frames are bracketed so that no half of one is seen (mode 2026). Nobody asks the terminal: those that do not
    /// know the mode ignore it, and an answer could be taken for typing.
    let synchronises: Bool

    init(_ options: TerminalOptions, term: String, terminal: curses_terminal, isUnicode: Bool) {
        let found: ColourDepth =
            switch (terminal.direct_color, Int(terminal.colors)) {
            case (true, _): .truecolour
            case (_, 256...): .indexed256
            case (_, 8...): .sixteen
            default: .monochrome
            }
        let isColourless = options.environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        depth = isColourless ? .monochrome : Self.less(options.depth ?? found, found)
        hasBrightColours = terminal.colors >= 16
        synchronises = terminal.colors >= 256
        glyphs = isUnicode ? options.glyphs ?? (term.hasPrefix("linux") ? .block : .braille) : .ascii
    }

    private static func less(_ wanted: ColourDepth, _ found: ColourDepth) -> ColourDepth {
        let order = ColourDepth.allCases
        let depths = (order.firstIndex(of: wanted) ?? 0, order.firstIndex(of: found) ?? 0)
        // A direct-colour description knows no palette of 256, so that its own depth is the only one above sixteen.
        if found == .truecolour, wanted == .indexed256 { return found }
        return order[min(depths.0, depths.1)]
    }

    /// Makes the C library speak UTF-8 if the terminal does, and says whether it does.
    ///
    /// Whoever names a locale that is not UTF-8 (`LC_ALL=C`) is believed. Where none is named, or one that this machine lacks,
    /// the terminal is taken to be a modern one.
    static func establishUnicode(_ environment: [String: String]) -> Bool {
        let named = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
        if let named {
            if curses_set_locale(named) { return true }
            let codeset = named.lowercased()
            guard codeset.contains("utf-8") || codeset.contains("utf8") else {
                _ = curses_set_locale("C")
                return false
            }
        }
        return curses_set_locale("C.UTF-8") || curses_set_locale("en_US.UTF-8")
    }
}
