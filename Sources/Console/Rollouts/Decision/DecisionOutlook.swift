import Control
import Domain
import Drawing
import Wording

/// What a decision will do, in numbers, before it is made.
struct DecisionOutlook {
    let title: String
    /// What will happen, then on what that rests.
    private(set) var lines: [StyledText]
    /// What has to be typed so that it happens; nil when nothing.
    private(set) var name: String?
    /// What gates or people have not agreed to, in words; typing the name goes past it.
    private(set) var missing: [String] = []
    /// Why, when the person writes nothing; nil when something has to be written.
    private(set) var usualReason: String?

    /// - Parameter principal: who decides; that person agrees by promoting.
    init(
        _ verb: RolloutCommand.Verb, _ rollout: Rollout, _ standing: RolloutStanding?, by principal: String?,
        at now: Timestamp
    ) {
        let plan = rollout.plan
        title = "\(verb.title) \(plan.app) \(plan.releasesText)"
        lines = []
        let share = RolloutStep.share(rollout.weight)
        let back = "Canary \(share) → 0 %: \(plan.shortFrom) serves everybody at once. "
        switch verb {
        case .approve, .promote:
            missing = verb == .promote ? Self.missing(rollout, standing, by: principal, at: now) : []
            name = missing.isEmpty ? plan.shortTo : plan.to
            lines.append(StyledText(verb == .approve ? Self.approval(rollout, at: now) : Self.next(rollout)))
        case .promoteFully:
            missing = Self.missing(rollout, standing, by: principal, at: now) + ["the steps in between are left out"]
            name = plan.to
            lines.append(StyledText("Canary \(share) → 100 %: \(plan.shortTo) serves everybody at once."))
        case .hold:
            lines.append(
                StyledText(
                    "Canary stays at \(share), nothing goes on until somebody resumes it. It still is rolled back when harm is shown."
                ))
        case .resume:
            lines.append(StyledText(Self.resuming(rollout, share)))
        case .abort: lines.append(StyledText(back + "The rollout ends as aborted."))
        case .rollback:
            lines.append(StyledText(back + "The rollout ends as rolled back: \(plan.shortTo) was found harmful."))
        case .note: lines.append(StyledText("Changes nothing; stands in the log for whoever comes next."))
        }
        if let standing, verb != .note { lines += Self.evidence(rollout, standing, isShort: !verb.isBound) }
        if !missing.isEmpty {
            lines.append(StyledText("Not agreed: \(missing.joined(separator: "; ")).", .statusCritical))
        }
        if verb == .abort || verb == .rollback {
            usualReason = standing?.leader.map { "evidence of harm, led by \($0.gate) (\(Odds.text($0.harmPeak)))" }
            usualReason = usualReason ?? "decided at the console"
        }
    }

    private static func missing(
        _ rollout: Rollout, _ standing: RolloutStanding?, by principal: String?, at now: Timestamp
    ) -> [String] {
        guard let standing else { return ["nothing was looked at yet"] }
        var agreed = rollout
        if let principal {
            agreed.add(
                RolloutEvent(
                    number: rollout.lastEvent + 1, time: now, .approved, cause: .human, by: principal, reason: "",
                    basis: standing.basis.digest, weight: rollout.weight))
        }
        var missing = StepReadiness(agreed, standing, at: now).missing
        if case .held(let reason) = rollout.phase { missing.append("it is held (\(reason.words))") }
        return missing
    }

    /// What comes after the present step.
    private static func next(_ rollout: Rollout) -> String {
        let (plan, share) = (rollout.plan, RolloutStep.share(rollout.weight))
        let next = rollout.step + 1
        guard plan.steps.indices.contains(next) else {
            return "Canary \(share) → 100 %: \(plan.shortTo) is the release of \(plan.app), the rollout is completed."
        }
        return
            "Step \(next + 1) of \(plan.steps.count) begins now: canary \(share) → \(plan.steps[next].text) of the units."
    }

    private static func approval(_ rollout: Rollout, at now: Timestamp) -> String {
        let needed = rollout.currentStep?.approval?.count ?? 1
        let given = StepReadiness.approvals(of: rollout, at: now) + 1
        let first = "You agree to leave step \(rollout.step + 1) of \(rollout.plan.steps.count). "
        guard given < needed else { return first + next(rollout) }
        return first
            + "\(given) of \(needed) have agreed then; canary stays at \(RolloutStep.share(rollout.weight)) until the rest has."
    }

    private static func resuming(_ rollout: Rollout, _ share: String) -> String {
        let goesOn = "Step \(rollout.step + 1) goes on with canary \(share); its time begins anew."
        switch rollout.phase {
        case .held(.sampleRatio), .held(.incomparable):
            return goesOn + " So does all evidence: what was seen proves nothing."
        default: return goesOn
        }
    }

    private static func evidence(_ rollout: Rollout, _ standing: RolloutStanding, isShort: Bool) -> [StyledText] {
        var parts: [StyledText] = []
        let passed = standing.gates.count { $0.verdict == .pass }
        if passed > 0 { parts.append(StyledText("✓ \(passed) pass", .statusOk)) }
        for gate in standing.gates where gate.verdict != .pass {
            let plan = rollout.plan.gates.first { $0.name == gate.gate }
            var text = StyledText("\(plan?.label ?? gate.gate) ") + gate.verdictText
            if !isShort, let plan, gate.verdict == .fail {
                text += StyledText(" (\(plan.text(of: gate.stable)) → \(plan.text(of: gate.canary)))")
            }
            parts.append(text)
        }
        let units =
            "\(Format.grouped(standing.stableUnits)) stable and \(Format.grouped(standing.canaryUnits)) canary units; evidence of "
            + "harm \(Odds.text(standing.harmPeak)), limit \(Odds.text(standing.harmLimit))"
        return [StyledText.joined(parts, separator: StyledText(" · ", .textMuted)), StyledText(units, .textMuted)]
    }
}

extension RolloutCommand.Verb {
    fileprivate var title: String {
        switch self {
        case .approve: "Approve"
        case .promote: "Promote"
        case .promoteFully: "Promote fully"
        case .hold: "Hold"
        case .resume: "Resume"
        case .abort: "Abort"
        case .rollback: "Roll back"
        case .note: "Note about"
        }
    }
}
