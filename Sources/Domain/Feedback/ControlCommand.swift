/// What the collector is asked to change.
public enum ControlCommand: Hashable, Sendable {
    /// Says something of a call, or replaces what was said.
    case feedback(FeedbackDraft)
    /// Takes back what was said.
    case takeBack(FeedbackID)
    /// Stores a judgement.
    case score(ScoreDraft)
    /// Writes down that something was changed.
    case mark(MarkDraft)
    /// Says that the caller looks after an alert.
    case acknowledge(AlertID, note: String?)
    /// Writes something beside an alert.
    case note(AlertID, String)
    /// Has alerts not heard for a while.
    case silence(SilenceDraft)
    /// Ends a silence before its time.
    case endSilence(SilenceID)
    /// Tells the receiver of this name that this is a test.
    case testReceiver(String)
    /// Chooses what calls are compared with to find drift.
    case chooseReference(DriftReferenceDraft)
    /// Makes a version of a prompt.
    case pushPrompt(PromptPushDraft)
    /// Puts a label on a version of the prompt of this name.
    case labelPrompt(String, PromptLabelDraft)
    /// Says what the caller thinks of a version of the prompt of this name.
    case reviewPrompt(String, version: Int, PromptReviewDraft)
    /// Makes a release.
    case createRelease(ReleaseDraft)
    /// Has the app of this name served by an earlier release.
    case rollBack(String, RollBackDraft)
    /// Begins a rollout.
    case startRollout(RolloutPlan)
    /// Decides about a rollout, or writes something beside it.
    case rollout(RolloutID, RolloutCommand)
    /// Runs an evaluation.
    case startEvaluation(EvaluationDraft)
    /// Lets an evaluation that stopped go on.
    case resumeEvaluation(EvaluationRunID, EvaluationResumption)
    /// Ends an evaluation before its time; it can go on later.
    case stopEvaluation(EvaluationRunID)
}
