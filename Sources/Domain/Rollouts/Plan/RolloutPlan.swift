/// How an app is to be moved from one release to another. It does not change once a rollout has begun.
public struct RolloutPlan: Hashable, Sendable {
    /// The app whose traffic moves.
    public var app: String
    /// The environment whose calls count; nil for all of them.
    public var environment: String?
    /// The name of the release that serves now.
    public var from: String
    /// The name of the release that is tried.
    public var to: String
    /// What is done one after the other; at least one, weights ascending.
    public var steps: [RolloutStep]
    /// What is compared; at least one that is required.
    public var gates: [RolloutGate]
    public var breakers: RolloutBreakers
    /// Whether whoever starts the rollout may not be the one who approves it.
    public var needsFourEyes: Bool
    /// How long after it was first served a unit is looked at; the same for both arms.
    public var unitLength: Nanoseconds
    /// For how long an approval counts.
    public var approvalLength: Nanoseconds
    /// The probability with which a harmless release may ever be rolled back, over all gates, steps and looks; 0 … 1.
    public var rollbackAlpha: Double
    /// The probability with which a release that is worse by the margin may pass a gate; 0 … 1.
    public var promotionAlpha: Double

    /// A plan with the defaults of everything else.
    public init(app: String, from: String, to: String, steps: [RolloutStep], gates: [RolloutGate]) {
        (self.app, self.from, self.to, self.steps, self.gates) = (app, from, to, steps, gates)
        (environment, breakers, needsFourEyes) = (nil, RolloutBreakers(), true)
        (unitLength, approvalLength, rollbackAlpha, promotionAlpha) = (.minutes(10), .hours(2), 0.05, 0.05)
    }
}
