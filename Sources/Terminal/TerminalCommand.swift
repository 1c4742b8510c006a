/// What the terminal's thread is asked to do besides painting.
enum TerminalCommand: Sendable {
    case repaint
    case mouse(Bool)
    case copy(String)
    case suspend
}
