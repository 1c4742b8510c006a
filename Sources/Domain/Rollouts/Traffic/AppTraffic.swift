/// What is served for an app: one release, or two during a rollout.
public struct AppTraffic: Hashable, Sendable {
    /// A release that is tried on a share of the units.
    public struct Canary: Hashable, Sendable {
        public var rollout: RolloutID
        /// The name of the release.
        public var release: String
        /// The share of the units, 0 … 1.
        public var weight: Double
        /// Draws the arms.
        public var salt: String
        /// From 0.
        public var step: Int
        public var epoch: Int

        /// A canary of the given parts.
        public init(rollout: RolloutID, release: String, weight: Double, salt: String, step: Int, epoch: Int) {
            (self.rollout, self.release, self.weight) = (rollout, release, weight)
            (self.salt, self.step, self.epoch) = (salt, step, epoch)
        }

        /// Where the unit of `targetingKey` stands between 0 and 1: the first 53 bits of SHA-256(salt ‖ 0x00 ‖ key), over 2⁵³. It gets the
        /// canary when that is below the weight, so a larger weight never takes the canary from a unit.
        public func position(of targetingKey: String) -> Double {
            let digest = SHA256.digest(Array(salt.utf8) + [0] + Array(targetingKey.utf8))
            return Double(bigEndian(digest.prefix(8)) >> 11) / 9_007_199_254_740_992
        }

        /// Whether the unit of `targetingKey` gets the canary.
        public func serves(_ targetingKey: String) -> Bool { position(of: targetingKey) < weight }
    }

    public var app: String
    /// The name of the release that serves whoever does not get the canary.
    public var stable: String
    /// Nil outside rollouts, and in a shadow, which nobody is served.
    public var canary: Canary?

    /// What is served for an app.
    public init(app: String, stable: String, canary: Canary? = nil) {
        (self.app, self.stable, self.canary) = (app, stable, canary)
    }

    /// What `rollout` serves now.
    public init(_ rollout: Rollout) {
        self.init(app: rollout.plan.app, stable: rollout.plan.from)
        switch rollout.phase {
        case .completed: stable = rollout.plan.to
        case .running, .waitingForApproval, .held:
            guard rollout.weight > 0 else { return }
            canary = Canary(
                rollout: rollout.id, release: rollout.plan.to, weight: rollout.weight, salt: rollout.salt,
                step: rollout.step, epoch: rollout.epoch)
        case .rolledBack, .aborted, .superseded: break
        }
    }
}
