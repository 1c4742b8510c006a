import Domain
import Glibc

extension Scene {
    static func plan(
        app: String = "support-answer", from: String = "support-answer@r41", to: String = "support-answer@r42"
    ) -> RolloutPlan {
        var steps: [RolloutStep] = [
            RolloutStep(.shadow, soak: .minutes(20)), RolloutStep(.weight(0.01)),
            RolloutStep(.weight(0.05), approval: RolloutStep.Approval()), RolloutStep(.weight(0.25)),
            RolloutStep(.weight(0.5)), RolloutStep(.weight(1)),
        ]
        steps[0].fewestUnits = 0
        return RolloutPlan(
            app: app, from: from, to: to, steps: steps,
            gates: [
                RolloutGate(.errorRate), RolloutGate(.latency(.p95)), RolloutGate(.score("faithfulness", ScoreScale())),
                RolloutGate(.cost),
            ])
    }

    /// A rollout whose events came so many minutes ago.
    static func rollout(
        _ id: Int64, _ plan: RolloutPlan, by author: String = "os:an",
        _ later: [(minutesAgo: Int64, change: RolloutEvent.Change, reason: String)]
    ) -> (rollout: Rollout, events: [RolloutEvent])? {
        let first = RolloutEvent(
            number: 1, time: ago(90), .started(plan, attempt: 1, salt: "salt"), cause: .human, by: author,
            reason: "\(plan.from) → \(plan.to)", weight: 0)
        var events = [
            first,
            RolloutEvent(
                number: 2, time: ago(90), .epoch(1, baselines: []), cause: .plan, reason: "evidence begins", weight: 0),
        ]
        var weight = 0.0
        for (minutes, change, reason) in later {
            var principal: String?
            var cause = RolloutEvent.Cause.gate
            switch change {
            case .step(let index): (weight, cause) = (plan.steps[index].weight ?? 0, index == 0 ? .plan : .gate)
            case .rolledBack, .aborted: weight = 0
            case .completed: weight = 1
            case .held(.human), .approved, .noted: (principal, cause) = ("os:mk", .human)
            default: break
            }
            events.append(
                RolloutEvent(
                    number: events.count + 1, time: ago(minutes), change, cause: cause, by: principal, reason: reason,
                    basis: digest("\(id)"), weight: weight))
        }
        return Rollout(RolloutID(rawValue: id), events).map { ($0, events) }
    }

    static func gate(
        _ gate: RolloutGate, _ verdict: GateVerdict, _ stable: Double?, _ canary: Double?, allowed: Double,
        _ lower: Double?, _ upper: Double?, odds: Double = 1, remaining: Nanoseconds? = nil
    ) -> GateStanding {
        var standing = GateStanding(
            gate: gate.name, isRequired: gate.isRequired, isRelative: gate.metric.scale == .ratio, allowed: allowed)
        (standing.verdict, standing.stable, standing.canary) = (verdict, stable, canary)
        (standing.lower, standing.upper, standing.remaining) = (lower, upper, remaining)
        (standing.stableUnits, standing.canaryUnits) = (stable == nil ? 0 : 41_203, canary == nil ? 0 : 2190)
        (standing.harm, standing.harmPeak) = (log(odds), log(odds))
        return standing
    }

    static func detail(
        _ made: (rollout: Rollout, events: [RolloutEvent])?, odds: Double, _ gates: (RolloutPlan) -> [GateStanding]
    ) -> RolloutDetail? {
        guard let made else { return nil }
        var standing = RolloutStanding(made.rollout, at: ago(0), gates: gates(made.rollout.plan), harmLimit: log(20))
        (standing.stableUnits, standing.canaryUnits, standing.stepUnits) = (41_203, 2190, 1702)
        (standing.plannedShare, standing.seenShare) = (0.05, 0.049)
        standing.harmPeak = log(odds)
        let course = (0...40).flatMap { step -> [RolloutDetail.CoursePoint] in
            standing.gates.map { gate in
                var then = gate
                let wider = 6 / (1 + Double(step) / 8)
                then.lower = gate.lower.map { $0 - wider * gate.allowed * 0.3 }
                then.upper = gate.upper.map { $0 + wider * gate.allowed * 0.3 }
                return RolloutDetail.CoursePoint(time: ago(Int64(70 - step)), then)
            }
        }
        return RolloutDetail(rollout: made.rollout, standing: standing, events: made.events, course: course)
    }

    static let waitingSteps: [(minutesAgo: Int64, change: RolloutEvent.Change, reason: String)] = [
        (90, .step(0), "the first step begins"), (70, .step(1), "gates passed"), (41, .step(2), "gates passed"),
        (12, .noted, "cache was cold until 02:40"), (2, .waiting, "gates passed; approval is asked for"),
    ]

    /// All gates passed; somebody other than the author has to agree.
    static let waitingRollout = detail(rollout(7, plan(), waitingSteps), odds: 1.3) { plan in
        [
            gate(plan.gates[0], .pass, 0.004, 0.005, allowed: 0.01, -0.002, 0.006),
            gate(plan.gates[1], .pass, 1.41, 1.43, allowed: 0.2, -0.06, 0.14, odds: 1.4),
            gate(plan.gates[2], .pass, 0.931, 0.928, allowed: 0.03, -0.012, 0.021, odds: 1.9),
            gate(plan.gates[3], .pass, 0.0041, 0.0011, allowed: 0.15, -0.75, -0.70),
        ]
    }

    /// As a step collects evidence: one gate fails, one is undecided.
    static let runningRollout = detail(rollout(7, plan(), Array(waitingSteps.prefix(4))), odds: 4.1) { plan in
        [
            gate(plan.gates[0], .pass, 0.004, 0.005, allowed: 0.01, -0.002, 0.006),
            gate(plan.gates[1], .undecided, 1.41, 1.52, allowed: 0.2, -0.05, 0.28, odds: 2.2, remaining: .minutes(6)),
            gate(plan.gates[2], .fail, 0.931, 0.902, allowed: 0.03, 0.011, 0.047, odds: 8.8),
            gate(plan.gates[3], .pass, 0.0041, 0.0011, allowed: 0.15, -0.75, -0.70),
        ]
    }

    /// The latency was shown to be worse.
    static let rolledBackRollout = detail(
        rollout(
            6, plan(app: "summarise", from: "summarise@r9", to: "summarise@r10"),
            [
                (80, .step(0), "the first step begins"), (60, .step(1), "gates passed"),
                (
                    31, .rolledBack,
                    "latency_p95: stable 1.41 in 8211 units, canary 4.02 in 402; evidence of harm 23.4 to 1, limit 20 to 1"
                ),
            ]), odds: 23.4
    ) { plan in
        [
            gate(plan.gates[0], .undecided, 0.004, 0.006, allowed: 0.04, -0.01, 0.05),
            gate(plan.gates[1], .fail, 1.41, 4.02, allowed: 0.8, 0.9, 2.6, odds: 88),
            gate(plan.gates[2], .incomparable, 0.931, nil, allowed: 0.12, nil, nil),
            gate(plan.gates[3], .noData, nil, nil, allowed: 0.6, nil, nil),
        ]
    }

    static func source(_ details: [RolloutDetail?]) -> FakeSource {
        var source = slowCanary
        source.rolloutDetails = details.compactMap(\.self)
        return source
    }

    static let rolling = source([runningRollout])
    static let waiting = source([rolledBackRollout, waitingRollout])

    /// Names, reasons and numbers attack.
    static let hostileRollouts: FakeSource = {
        let details = hostileTexts.enumerated().map { index, text in
            let plan = plan(app: text, from: text, to: text + "@" + text)
            return detail(
                rollout(Int64(index + 1), plan, by: text, [(50, .step(0), text), (40, .held(.timeout), text)]),
                odds: index.isMultiple(of: 2) ? .infinity : 0
            ) { plan in
                plan.gates.map {
                    gate($0, .undecided, .infinity, -.infinity, allowed: index == 3 ? .nan : 1e-300, .nan, 1e300)
                }
            }
        }
        return source(details)
    }()
}
