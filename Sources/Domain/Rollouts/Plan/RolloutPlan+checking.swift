extension RolloutPlan {
    /// The most steps and the most gates that a plan may have.
    public static let most = 32
    /// Bytes that a name may have.
    static let longestName = 256

    /// Whether the plan can be carried out as a whole.
    ///
    /// - Throws: what is wrong: the first mistake.
    public func check() throws(RolloutPlanError) {
        for (member, name) in [("app", app), ("from", from), ("to", to), ("environment", environment ?? "all")] {
            guard !name.isEmpty, name.utf8.count <= Self.longestName else {
                throw RolloutPlanError(member, "must be a name of 1 to \(Self.longestName) bytes")
            }
        }
        guard from != to else { throw RolloutPlanError("to", "is the release that serves already") }
        try checkSteps()
        try checkGates()
        for (member, alpha) in [("rollback_alpha", rollbackAlpha), ("promotion_alpha", promotionAlpha)] {
            guard alpha > 0, alpha <= 0.5 else { throw RolloutPlanError(member, "must be above 0 and at most 0.5") }
        }
        guard unitLength >= .seconds(1), unitLength <= .hours(24) else {
            throw RolloutPlanError("unit", "must be from 1s to 24h")
        }
        guard approvalLength >= .minutes(1), approvalLength <= .days(7) else {
            throw RolloutPlanError("approval_expires", "must be from 1m to 7d")
        }
        try breakers.check()
    }

    private func checkSteps() throws(RolloutPlanError) {
        guard !steps.isEmpty, steps.count <= Self.most else {
            throw RolloutPlanError("steps", "must be 1 to \(Self.most)")
        }
        var before = 0.0
        for (index, step) in steps.enumerated() {
            try step.check("steps[\(index)]")
            switch step.kind {
            case .shadow:
                guard before == 0 else {
                    throw RolloutPlanError("steps[\(index)]", "a shadow comes before the first weight")
                }
            case .weight(let weight):
                guard weight > before else {
                    throw RolloutPlanError("steps[\(index)]", "weights must ascend from step to step")
                }
                before = weight
            }
        }
        guard before == 1 else { throw RolloutPlanError("steps", "the last must have the weight 100") }
        guard let first = steps.lazy.compactMap(\.weight).first, first < 1 else {
            throw RolloutPlanError("steps", "a weight below 100 must come first, or nothing can be compared")
        }
    }

    private func checkGates() throws(RolloutPlanError) {
        guard !gates.isEmpty, gates.count <= Self.most else {
            throw RolloutPlanError("gates", "must be 1 to \(Self.most)")
        }
        var names: Set<String> = []
        for (index, gate) in gates.enumerated() {
            try gate.check("gates[\(index)]")
            guard names.insert(gate.name).inserted else {
                throw RolloutPlanError("gates[\(index)]", "the name \(gate.name) stands more than once")
            }
        }
        guard gates.contains(where: \.isRequired) else {
            throw RolloutPlanError("gates", "at least one must be required")
        }
    }
}
