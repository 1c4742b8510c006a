import Domain

/// What a pane wants to know. A value, so that asking is a matter of the program.
public enum Question: Hashable, Sendable {
    case overview(OverviewQuestion)

    /// Answers it; may take a while.
    public func answer(from source: some TelemetrySource) throws -> Answer {
        switch self {
        case .overview(let question): .overview(try OverviewAnswer.load(question, from: source))
        }
    }
}
