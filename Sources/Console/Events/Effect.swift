import Domain

/// What the world shall do after an event. The program carries it out and reports back with events.
public enum Effect: Hashable, Sendable {
    /// Answer the question on a thread that may wait, then send `ConsoleEvent.answer` with the same number; tell by
    /// `ConsoleEvent.progress` how far a long one has come. A question makes older ones of its kind worthless.
    case ask(QuestionID, Question)
    /// End the question with this number, and answer it with what was found.
    case cancel(QuestionID)
    /// Hand the text to the terminal's clipboard (OSC 52). It is sanitised already.
    case copy(String)
    /// Draw with the theme of this name from now on.
    case setTheme(String)
    /// Listen to the mouse, or leave it to the terminal.
    case setMouse(Bool)
    /// Paint everything anew.
    case repaint
    /// Write the present screen as text to the file of this name.
    case saveScreenshot(String)
    /// Have the collector carry out the command on a thread that may wait, those of one console in their order, then send
    /// `ConsoleEvent.performed` with the same number.
    case perform(CommandID, ControlCommand)
    /// Write everything about the trace as JSON to a file that is not there yet, and tell by `ConsoleEvent.notice`.
    case exportRequest(TraceID, path: String)
    /// Write every trace of the range to a file that is not there yet, and tell by `ConsoleEvent.notice`.
    case exportIncident(TimeRange, path: String)
    /// Write the text to a file that is not there yet, and tell by `ConsoleEvent.notice`.
    case save(String, path: String)
    /// Give the terminal back and stop until continued.
    case suspend
    /// End the program.
    case quit
}
