extension RolloutPlan {
    /// The most steps and the most gates that a plan may have.
    public static let most = 32
    /// Bytes that a name may have.
    static let longestName = 256

    /// Whether the plan can be carried out as a whole.
    ///
    /// - Throws: what is wrong: the first mistake.
    public func check() throws(RolloutPlanError) {
        if let mistake = mistakes.first { throw mistake }
    }

    /// Everything that is wrong with the plan; nothing when it can be carried out.
    public var mistakes: [RolloutPlanError] {
        var mistakes: [RolloutPlanError] = []
        func collect(_ check: () throws(RolloutPlanError) -> Void) {
            do throws(RolloutPlanError) { try check() } catch { mistakes.append(error) }
        }
        for (member, name) in [("app", app), ("from", from), ("to", to), ("environment", environment ?? "all")]
        where name.isEmpty || name.utf8.count > Self.longestName {
            mistakes.append(RolloutPlanError(member, "must be a name of 1 to \(Self.longestName) bytes"))
        }
        if from == to { mistakes.append(RolloutPlanError("to", "is the release that serves already")) }
        for (index, step) in steps.enumerated() {
            collect { () throws(RolloutPlanError) in try step.check("steps[\(index)]") }
        }
        collect(checkSteps)
        for (index, gate) in gates.enumerated() {
            collect { () throws(RolloutPlanError) in try gate.check("gates[\(index)]") }
        }
        collect(checkGates)
        for (member, alpha) in [("rollback_alpha", rollbackAlpha), ("promotion_alpha", promotionAlpha)]
        where !(alpha > 0 && alpha <= 0.5) {
            mistakes.append(RolloutPlanError(member, "must be above 0 and at most 0.5"))
        }
        if unitLength < .seconds(1) || unitLength > .hours(24) {
            mistakes.append(RolloutPlanError("unit", "must be from 1s to 24h"))
        }
        if approvalLength < .minutes(1) || approvalLength > .days(7) {
            mistakes.append(RolloutPlanError("approval_expires", "must be from 1m to 7d"))
        }
        collect(breakers.check)
        return mistakes
    }

    private func checkSteps() throws(RolloutPlanError) {
        guard !steps.isEmpty, steps.count <= Self.most else {
            throw RolloutPlanError("steps", "must be 1 to \(Self.most)")
        }
        var before = 0.0
        for (index, step) in steps.enumerated() {
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
        for (index, gate) in gates.enumerated() where !names.insert(gate.name).inserted {
            throw RolloutPlanError("gates[\(index)]", "the name \(gate.name) stands more than once")
        }
        guard gates.contains(where: \.isRequired) else {
            throw RolloutPlanError("gates", "at least one must be required")
        }
    }
}
