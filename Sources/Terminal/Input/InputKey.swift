/// A key, as far as every terminal can tell keys apart. Alt, function keys and other keys with a modifier are not reported.
public enum InputKey: Hashable, Sendable {
    /// A letter, digit or sign; the blank is `space`.
    case character(Unicode.Scalar)
    /// A lower-case letter with Ctrl; Ctrl-H, -I, -J and -M are backspace, tab and enter.
    case control(Unicode.Scalar)
    /// Keys that type or edit.
    case space, enter, escape, tab, shiftTab, backspace, delete
    /// Keys that move.
    case up, down, left, right, home, end, pageUp, pageDown
}
