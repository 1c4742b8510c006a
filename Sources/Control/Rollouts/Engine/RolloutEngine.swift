import Domain
import Glibc

/// How rollouts go. Pure: a rollout, its evidence and the moment give what happens. The events are the truth; whoever keeps them adds them
/// to the rollout, and begins with new evidence when one of them says `epoch`.
public enum RolloutEngine {
    /// How often rollouts are looked at.
    public static let interval = Nanoseconds.seconds(1)

    /// Begins a rollout.
    ///
    /// - Parameters:
    ///   - attempt: counts rollouts of the same release to the same app, from 1.
    ///   - salt: draws the arms; nobody else's.
    ///   - baselines: what the gates' metrics were before, in the order of the plan.
    /// - Throws: why the plan cannot be carried out.
    public static func start(
        _ plan: RolloutPlan, as id: RolloutID, attempt: Int, salt: String, baselines: [GateBaseline],
        by principal: String, at time: Timestamp
    ) throws(ControlRefusal) -> [RolloutEvent] {
        do throws(RolloutPlanError) { try plan.check() } catch {
            throw ControlRefusal(.invalid, "starting a rollout: \(error)")
        }
        let first = RolloutEvent(
            number: 1, time: time, .started(plan, attempt: max(1, attempt), salt: salt), cause: .human, by: principal,
            reason: "\(plan.from) → \(plan.to)" + (attempt > 1 ? ", attempt \(attempt)" : ""), weight: 0)
        guard let rollout = Rollout(id, first: first) else {
            throw ControlRefusal(.failed, "starting a rollout: it has no beginning")
        }
        var turn = RolloutTurn(rollout, RolloutEvidence(rollout), at: time)
        turn.add(.epoch(1, baselines: baselines), .plan, "evidence begins")
        turn.add(.step(0), .plan, "the first step begins", weight: plan.steps.first?.weight ?? 0)
        return [first] + turn.events
    }

    /// Looks at a rollout: what the evidence, the breakers and the time do to it by themselves.
    public static func look(
        at rollout: Rollout, _ evidence: RolloutEvidence, _ alarms: RolloutAlarms, at time: Timestamp
    ) -> [RolloutEvent] {
        guard !rollout.phase.isFinal, let step = rollout.currentStep else { return [] }
        var turn = RolloutTurn(rollout, evidence, at: time)
        if rollout.weight > 0, let struck = alarms.struck(rollout.plan.breakers) {
            turn.end(.rolledBack, .breaker, struck)
        } else if evidence.harmPeak >= -log(rollout.rollbackAlpha) {
            turn.end(.rolledBack, .gate, turn.standing.harmInWords(culprit: evidence.culprit))
        } else if case .held = rollout.phase {
            return []
        } else if evidence.split.isBroken {
            turn.add(.held(.sampleRatio), .sampleRatio, turn.standing.splitInWords)
        } else if let gate = turn.standing.gates.first(where: { $0.isRequired && $0.verdict == .incomparable }) {
            turn.add(
                .held(.incomparable), .gate,
                "INCOMPARABLE: \(gate.gate) was measured in \(gate.stableUnits) of \(evidence.stableUnits) stable units and in "
                    + "\(gate.canaryUnits) of \(evidence.canaryUnits) canary units")
        } else {
            turn.consider(step)
        }
        return turn.events
    }

    /// Ends a rollout because the app was given another release.
    public static func supersede(
        _ rollout: Rollout, _ evidence: RolloutEvidence, by principal: String, reason: String, at time: Timestamp
    ) -> [RolloutEvent] {
        guard !rollout.phase.isFinal else { return [] }
        var turn = RolloutTurn(rollout, evidence, at: time)
        turn.end(.superseded, .human, by: principal, reason)
        return turn.events
    }
}

extension RolloutTurn {
    /// Goes on, asks people, or ends the waiting, as the step has come.
    fileprivate mutating func consider(_ step: RolloutStep) {
        let readiness = StepReadiness(rollout, standing, at: time)
        if rollout.phase == .waitingForApproval {
            if !readiness.isRipe {
                add(.reopened, .gate, "approvals are void: " + readiness.evidence.joined(separator: ", "))
            } else if readiness.isReady {
                goOn(.human, "gates passed, people agreed")
            }
        } else if readiness.isReady {
            goOn(.gate, "gates passed")
        } else if readiness.isRipe {
            add(.waiting, .gate, "gates passed; approval is asked for")
        } else if time.since(rollout.undecidedSince) >= step.timeout {
            timeOut(step, readiness)
        }
    }

    private mutating func timeOut(_ step: RolloutStep, _ readiness: StepReadiness) {
        let missing = "INCONCLUSIVE after \(TimeText.text(step.timeout)): " + readiness.missing.joined(separator: ", ")
        switch step.onTimeout {
        case .rollback: end(.rolledBack, .timeout, missing)
        case .proceedIfNoHarm where step.approval == nil && standing.showsNoHarm:
            goOn(.timeout, "proceeded without proof; " + missing)
        case .hold, .proceedIfNoHarm: add(.held(.timeout), .timeout, missing)
        }
    }
}
