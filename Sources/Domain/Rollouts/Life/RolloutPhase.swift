/// Where a rollout stands.
public enum RolloutPhase: Hashable, Sendable {
    /// The step collects evidence.
    case running
    /// The step's gates have passed; people have to agree.
    case waitingForApproval
    /// Nothing goes on until somebody says so. Traffic stays as it is.
    case held(HoldReason)
    /// The canary serves everybody.
    case completed
    /// The canary serves nobody any more: its harm was shown, a breaker struck, or somebody decided so.
    case rolledBack
    /// Somebody ended it.
    case aborted
    /// The app was given another release meanwhile.
    case superseded

    /// Why nothing goes on.
    public enum HoldReason: String, Hashable, Sendable, CaseIterable {
        /// Somebody said so.
        case human
        /// The gates were undecided for too long.
        case timeout
        /// Units do not reach the arms in the shares that were meant.
        case sampleRatio = "sample_ratio"
        /// A metric is there in one arm and not in the other.
        case incomparable
    }

    /// Whether nothing will happen to it any more.
    public var isFinal: Bool {
        switch self {
        case .running, .waitingForApproval, .held: false
        case .completed, .rolledBack, .aborted, .superseded: true
        }
    }

    /// `running`, `waiting_approval`, `held`, `completed`, `rolled_back`, `aborted` or `superseded`.
    public var name: String {
        switch self {
        case .running: "running"
        case .waitingForApproval: "waiting_approval"
        case .held: "held"
        case .completed: "completed"
        case .rolledBack: "rolled_back"
        case .aborted: "aborted"
        case .superseded: "superseded"
        }
    }
}
