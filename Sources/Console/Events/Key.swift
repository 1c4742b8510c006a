/// A key as the terminal reports it. Nothing here depends on Alt, function keys, or the control keys that terminals confuse
/// with Backspace, Tab and Enter.
public enum Key: Hashable, Sendable {
    /// A letter, digit or sign; the blank is `space`.
    case character(Unicode.Scalar)
    /// A lower-case letter with Ctrl.
    case control(Unicode.Scalar)
    case space, enter, escape, tab, shiftTab, backspace, delete
    case up, down, left, right, home, end, pageUp, pageDown
}
