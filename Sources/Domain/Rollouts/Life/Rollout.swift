/// A rollout as its events have left it.
public struct Rollout: Hashable, Sendable, Identifiable {
    public let id: RolloutID
    public let plan: RolloutPlan
    /// Which rollout of this release to this app it is, from 1: later ones need more evidence.
    public let attempt: Int
    /// Draws the arms; its own for each rollout.
    public let salt: String
    /// Who started it.
    public let author: String
    public let started: Timestamp
    public private(set) var phase: RolloutPhase
    /// The step that is under way, or was: its place in the plan, from 0.
    public private(set) var step: Int
    public private(set) var stepBegan: Timestamp
    /// Since when the gates of the step have time to come to a verdict: its beginning, or when it was resumed last.
    public private(set) var undecidedSince: Timestamp
    /// The canary's share of the units, 0 … 1.
    public private(set) var weight: Double
    /// Counts the beginnings of evidence, from 1; 0 before the first.
    public private(set) var epoch: Int
    /// What the baseline was before, in the order of the gates.
    public private(set) var baselines: [GateBaseline]
    /// Who agreed to leave this step, each person once.
    public private(set) var approvals: [RolloutApproval]
    /// When it came to its end.
    public private(set) var ended: Timestamp?
    /// Why it stands as it stands, in words.
    public private(set) var reason: String
    /// The number of the last event.
    public private(set) var lastEvent: Int

    /// The rollout that these events, from the first one on, have made; nil when they do not begin one.
    public init?(_ id: RolloutID, _ events: some Sequence<RolloutEvent>) {
        var rollout: Rollout?
        for event in events {
            if rollout == nil { rollout = Rollout(id, first: event) } else { rollout?.add(event) }
        }
        guard let rollout else { return nil }
        self = rollout
    }

    /// The rollout that `event` begins; nil when it begins none.
    public init?(_ id: RolloutID, first event: RolloutEvent) {
        guard case .started(let plan, let attempt, let salt) = event.change else { return nil }
        (self.id, self.plan, self.attempt, self.salt) = (id, plan, attempt, salt)
        (author, started) = (event.principal ?? "system", event.time)
        (stepBegan, undecidedSince) = (event.time, event.time)
        (phase, step, weight, epoch, baselines, approvals) = (.running, 0, event.weight, 0, [], [])
        (reason, lastEvent) = (event.reason, event.number)
    }

    /// Takes in what happened next. After its end only notes are taken.
    public mutating func add(_ event: RolloutEvent) {
        lastEvent = event.number
        guard !phase.isFinal else { return }
        weight = event.weight
        switch event.change {
        case .started, .noted: return
        case .epoch(let number, let baselines):
            (epoch, self.baselines, approvals) = (number, baselines, [])
            return
        case .approved:
            if let principal = event.principal, let basis = event.basis {
                approvals.removeAll { $0.principal == principal }
                approvals.append(
                    RolloutApproval(principal: principal, time: event.time, reason: event.reason, basis: basis))
            }
            return
        case .step(let index):
            (step, stepBegan, undecidedSince, phase, approvals) = (index, event.time, event.time, .running, [])
        case .waiting: phase = .waitingForApproval
        case .reopened, .resumed: (phase, approvals, undecidedSince) = (.running, [], event.time)
        case .held(let reason): (phase, approvals) = (.held(reason), [])
        case .completed: (phase, ended) = (.completed, event.time)
        case .rolledBack: (phase, ended) = (.rolledBack, event.time)
        case .aborted: (phase, ended) = (.aborted, event.time)
        case .superseded: (phase, ended) = (.superseded, event.time)
        }
        reason = event.reason
    }

    /// The step that is under way.
    public var currentStep: RolloutStep? { plan.steps.indices.contains(step) ? plan.steps[step] : nil }

    /// The chance of ever being rolled back without reason that is left to this epoch: each attempt and each new beginning of evidence
    /// halves it.
    public var rollbackAlpha: Double {
        let halvings = min(60, max(0, attempt - 1) + max(0, epoch - 1))
        return plan.rollbackAlpha / Double(UInt64(1) << UInt64(halvings))
    }
}
