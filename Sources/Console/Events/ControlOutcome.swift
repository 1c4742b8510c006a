import Domain

/// What came of a command that the collector carried out.
public enum ControlOutcome: Hashable, Sendable {
    /// The feedback as it is stored, or was before it was taken back.
    case feedback(Feedback)
    /// What was asked about alerts is done.
    case alerts
    /// What somebody thinks of a version of a prompt is stored.
    case review
    /// What was decided about a rollout is done.
    case rollout
}
