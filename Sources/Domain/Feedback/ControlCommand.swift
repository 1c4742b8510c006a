/// What the collector is asked to change.
public enum ControlCommand: Hashable, Sendable {
    /// Says something of a call, or replaces what was said.
    case feedback(FeedbackDraft)
    /// Takes back what was said.
    case takeBack(FeedbackID)
    /// Stores a judgement.
    case score(ScoreDraft)
}
