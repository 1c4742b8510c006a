import Domain

/// What is missing before a step may be left, in words.
public struct StepReadiness {
    /// Gates that have not passed, and units that were not seen.
    private(set) var evidence: [String] = []
    /// The rest of the soak; nil when it is over.
    private(set) var soak: String?
    /// People who have not agreed.
    private(set) var approvals: String?

    /// What is missing of `rollout` at `time`.
    public init(_ rollout: Rollout, _ standing: RolloutStanding, at time: Timestamp) {
        guard let step = rollout.currentStep else { return }
        // The last step compares nothing any more: what it needs was shown before.
        if step.weight != 1 {
            evidence = standing.gates.filter { $0.isRequired && $0.verdict != .pass }
                .map { "\($0.gate) is \($0.verdict.rawValue)" }
            if standing.stepUnits < step.fewestUnits {
                evidence.append("\(standing.stepUnits) of \(step.fewestUnits) canary units of this step were seen")
            }
        } else {
            evidence = standing.gates.filter { $0.isRequired && $0.verdict == .fail }.map { "\($0.gate) is fail" }
        }
        let rest = step.soak.seconds - time.since(rollout.stepBegan).seconds
        if rest > 0 { soak = "\(Int(rest.rounded(.up))) s of the soak are left" }
        if let approval = step.approval {
            let given = Self.approvals(of: rollout, at: time)
            if given < approval.count { approvals = "\(given) of \(approval.count) approvals were given" }
        }
    }

    /// Whether evidence and time are there, so that people may be asked.
    var isRipe: Bool { evidence.isEmpty && soak == nil }
    var isReady: Bool { isRipe && approvals == nil }
    /// Everything that is missing, in words.
    public var missing: [String] { evidence + [soak, approvals].compactMap(\.self) }

    /// Persons whose approval counts.
    public static func approvals(of rollout: Rollout, at time: Timestamp) -> Int {
        rollout.approvals.count { time.since($0.time) <= rollout.plan.approvalLength }
    }
}
