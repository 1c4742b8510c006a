import Domain

/// Everything that can happen to the console, in the one order in which it happened.
public enum ConsoleEvent: Sendable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted: it goes into a text field or nowhere, and never acts as keys.
    case paste(String)
    case mouse(Mouse)
    /// The terminal has so many columns and rows.
    case resize(width: Int, height: Int)
    /// What time it is; expected once a second, and before the first question can be asked.
    case tick(Timestamp)
    /// Something new was committed to the store.
    case sourceChanged
    /// What came of the question with this number.
    case answer(QuestionID, Result<Answer, AnswerFailure>)
    /// How far the answer to the question with this number has come.
    case progress(QuestionID, SearchProgress)
    /// What became of the command with this number.
    case performed(CommandID, Result<ControlOutcome, ControlRefusal>)
    /// A line for the person: what became of an effect, such as a screenshot that could not be written.
    case notice(Notice)
}
