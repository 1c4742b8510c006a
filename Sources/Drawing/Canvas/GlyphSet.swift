/// The characters that a terminal can be trusted with.
public enum GlyphSet: String, CaseIterable, Hashable, Sendable {
    /// Everything that the console draws with, lines in charts as braille dots.
    case braille
    /// As `braille`, but charts of block elements, for fonts without braille.
    case block
    /// ASCII only; other text is spelled out.
    case ascii

    /// What the program's own signs become: themselves, or in ASCII one printable character of the same width.
    ///
    /// This keeps columns where they are. Scalars that are not the program's own return nil in ASCII.
    func form(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        guard self == .ascii, scalar.value > 0x7E else { return scalar }
        switch scalar {
        case "─", "━", "–", "—", "−", "╌": return "-"
        case "│", "┃", "▏", "▎", "▍", "┊": return "|"
        case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼", "╭", "╮", "╰", "╯", "✓": return "+"
        case "┄", "·", "∙", "▁": return "."
        case "┆", "▂", "▃", "░": return ":"
        case "▄", "▅", "▒", "≈", "‖", "▌", "▐", "▋": return "="
        case "▆", "▇", "▓", "▊", "▉", "▀": return "%"
        case "█": return "#"
        case "…", "±": return "~"
        case "→", "▸", "▶", "›", "≥": return ">"
        case "←", "◂", "◀", "‹", "≤": return "<"
        case "▲": return "!"
        case "▴", "↑": return "^"
        case "▼", "▾", "↓": return "v"
        case "●", "•", "○": return "o"
        case "✖", "✗", "×": return "x"
        case "◆", "◇", "★": return "*"
        case "◐", "◑": return "c"
        case "■", "□": return "#"
        case "⟲", "⇄": return "@"
        case "µ": return "u"
        case "¶": return "P"
        case "§": return "S"
        case "‘", "’": return "'"
        case "“", "”": return "\""
        default: return nil
        }
    }

    /// The sign that something was cut off, one cell wide.
    var ellipsis: Unicode.Scalar { self == .ascii ? "~" : "…" }
}
