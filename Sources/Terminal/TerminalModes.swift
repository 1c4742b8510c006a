/// The private modes that ncurses knows nothing of. All of them are switched off when the terminal is given back.
enum TerminalModes {
    /// Bracketed paste and reports of focus.
    static let on = "\u{1B}[?2004h\u{1B}[?1004h"
    /// Buttons and wheel, in the encoding that has no last column.
    static let mouseOn = "\u{1B}[?1000h\u{1B}[?1006h"
    static let mouseOff = "\u{1B}[?1006l\u{1B}[?1000l"
    /// Everything off, also a frame that was left half done.
    static let allOff = "\u{1B}[?2026l" + mouseOff + "\u{1B}[?1004l\u{1B}[?2004l"
}
