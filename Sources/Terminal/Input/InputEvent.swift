/// What the terminal tells, in the order in which it happened.
public enum InputEvent: Hashable, Sendable {
    /// A key was pressed.
    case key(InputKey)
    /// Text was pasted, as one piece however long. Nobody vouches for it.
    case paste(String)
    /// The mouse was used.
    case mouse(InputMouse)
    /// The screen has this size; comes once at the start, too.
    case resize(width: Int, height: Int)
    /// The terminal's window became the one that is typed into, or ceased to be.
    case focus(Bool)
    /// The program runs again after it was stopped.
    case resumed
    /// Ctrl-C, or SIGINT.
    case interrupt
    /// SIGTERM: the program is to end.
    case terminate
    /// The terminal is gone: SIGHUP, end of input or an input error. Nothing comes after this.
    case hangup
}
