import Domain

/// Which release somebody is to get, and why.
struct FlagEvaluation: Equatable {
    /// Why, in the words of OpenFeature.
    enum Reason: String {
        /// Everybody gets this one.
        case `static` = "STATIC"
        /// A rollout divides the units.
        case split = "SPLIT"
        /// A rollout divides the units, but its decision could not be recorded: the release is the one that it may not replace yet.
        case disabled = "DISABLED"
    }

    /// The name of the release.
    let release: String
    let reason: Reason
    /// What a rollout decided; nil outside of one.
    let exposure: Exposure?

    /// The release of whoever has `targetingKey`; nil when a rollout divides the units and there is no key.
    init?(of traffic: AppTraffic, for targetingKey: String?, at time: Timestamp) {
        guard let canary = traffic.canary else {
            (release, reason, exposure) = (traffic.stable, .static, nil)
            return
        }
        guard let targetingKey else { return nil }
        let exposure = Exposure(targetingKey, to: canary, at: time)
        release = exposure.isCanary ? canary.release : traffic.stable
        (reason, self.exposure) = (.split, exposure)
    }

    /// The release of everybody while nothing can be recorded: a decision that nobody counted must not change anything.
    init(withoutTrial traffic: AppTraffic) {
        (release, reason, exposure) = (traffic.stable, traffic.canary == nil ? .static : .disabled, nil)
    }
}
