import Control
import Domain
import Statistics
import Testing

/// A rollout whose units are made up: as the collector keeps it, without a store.
struct TriedRollout {
    private(set) var rollout: Rollout
    private(set) var evidence: RolloutEvidence
    private(set) var events: [RolloutEvent]
    private(set) var units: [RolloutUnit] = []
    var time = Timestamp(seconds: 1_700_000_000)
    var alarms = RolloutAlarms()

    static let author = RolloutEngine.Actor(principal: "os:an", roles: [.editor, .approver])
    static let other = RolloutEngine.Actor(principal: "os:bo", roles: [.approver])

    init(_ plan: RolloutPlan = .tried, attempt: Int = 1) throws {
        let id = RolloutID(rawValue: 7)
        events = try RolloutEngine.start(
            plan, as: id, attempt: attempt, salt: "salt",
            baselines: plan.gates.map { _ in GateBaseline(meanHarm: 0.02, reference: 2) }, by: Self.author.principal,
            at: time)
        let made = Rollout(id, events)
        rollout = try #require(made)
        evidence = RolloutEvidence(rollout)
    }

    mutating func take(_ new: [RolloutEvent]) {
        for event in new {
            rollout.add(event)
            events.append(event)
            if case .epoch = event.change {
                evidence = RolloutEvidence(rollout)
                units = []
            }
        }
    }

    mutating func look() { take(RolloutEngine.look(at: rollout, evidence, alarms, at: time)) }

    mutating func decide(
        _ verb: RolloutCommand.Verb, by actor: RolloutEngine.Actor = Self.other, basis: ContentDigest? = nil,
        override: String? = nil
    ) throws {
        let digest = basis ?? evidence.standing(rollout, at: time).basis.digest
        take(
            try RolloutEngine.apply(
                RolloutCommand(verb, reason: "because", basis: digest, override: override), by: actor, to: rollout,
                evidence, at: time, known: { _ in nil }))
    }

    /// Units that fail with the given probabilities, a second apart.
    mutating func serve(
        _ count: Int, failing: (stable: Double, canary: Double) = (0.02, 0.02), seen: (Bool) -> Bool? = { $0 },
        measured: (Bool) -> Bool = { _ in true }, using generator: inout SplitMix64
    ) {
        for _ in 0..<count {
            time = time.advanced(by: .seconds(1))
            let isCanary = generator.unit() < rollout.weight
            let failed = generator.unit() < (isCanary ? failing.canary : failing.stable)
            let values = measured(isCanary) ? [failed ? 1.0 : 0.0] : []
            let unit = RolloutUnit(
                number: evidence.lastUnit + 1, step: rollout.step, isCanary: isCanary, probability: rollout.weight,
                wasSeenWithCanary: seen(isCanary), values: rollout.plan.gates.map { _ in values })
            units.append(unit)
            evidence.add(unit)
            if unit.number % 20 == 0 { look() }
            if rollout.phase.isFinal { return }
        }
    }
}

extension RolloutPlan {
    /// Twenty-five, fifty and a hundred per cent; the last but one needs an approval.
    static var tried: RolloutPlan {
        RolloutPlan(
            app: "answer", from: "answer@r41", to: "answer@r42",
            steps: [
                RolloutStep(.weight(0.25)), RolloutStep(.weight(0.5), approval: .init()),
                RolloutStep(.weight(1)),
            ], gates: [RolloutGate(.errorRate)])
    }
}
