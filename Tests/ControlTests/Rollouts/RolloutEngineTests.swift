import Control
import Domain
import Statistics
import Testing

@Suite struct RolloutEngineTests {
    @Test func aHarmlessReleaseIsPromotedByThoseWhoMay() throws {
        var generator = SplitMix64(seed: 1)
        var tried = try TriedRollout()
        #expect(tried.rollout.phase == .running && tried.rollout.weight == 0.25)
        while tried.rollout.step == 0, tried.units.count < 60_000 { tried.serve(100, using: &generator) }
        #expect(tried.rollout.weight == 0.5)
        while tried.rollout.phase == .running, tried.units.count < 90_000 { tried.serve(100, using: &generator) }
        #expect(tried.rollout.phase == .waitingForApproval)
        #expect(throws: ControlRefusal.self) { try tried.decide(.approve, by: TriedRollout.author) }
        try tried.decide(.approve)
        #expect(tried.rollout.weight == 1 && tried.rollout.phase == .running)
        tried.time = tried.time.advanced(by: .minutes(11))
        tried.look()
        #expect(tried.rollout.phase == .completed)
    }

    @Test func harmRollsBackAndSaysWhy() throws {
        var generator = SplitMix64(seed: 2)
        var tried = try TriedRollout()
        tried.serve(20_000, failing: (0.01, 0.08), using: &generator)
        #expect(tried.rollout.phase == .rolledBack && tried.rollout.weight == 0)
        #expect(tried.events.last?.cause == .gate)
        #expect(tried.rollout.reason.hasPrefix("error_rate: stable 0."))
        #expect(throws: ControlRefusal.self) { try tried.decide(.promote, override: "answer@r42") }
    }

    @Test func noDataIsNeverSuccess() throws {
        var generator = SplitMix64(seed: 3)
        var tried = try TriedRollout()
        tried.serve(3_000, measured: { _ in false }, using: &generator)
        #expect(tried.rollout.step == 0 && tried.rollout.phase == .running)
        tried.time = tried.time.advanced(by: .hours(25))
        tried.look()
        #expect(tried.rollout.phase == .held(.timeout))
        #expect(tried.rollout.reason.contains("no_data"))
    }

    @Test func aMetricMissingInOneArmHolds() throws {
        var generator = SplitMix64(seed: 4)
        var tried = try TriedRollout()
        tried.serve(3_000, measured: { !$0 }, using: &generator)
        #expect(tried.rollout.phase == .held(.incomparable))
        #expect(tried.rollout.reason.hasPrefix("INCOMPARABLE"))
    }

    @Test(arguments: [5, 6])
    func anAppThatIgnoresItsAssignmentIsHeld(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var tried = try TriedRollout()
        // Seed 5: everybody is served the stable release. Seed 6: the arms are swapped.
        tried.serve(3_000, seen: { seed == 5 ? false : !$0 }, using: &generator)
        #expect(tried.rollout.phase == .held(.sampleRatio))
        #expect(throws: ControlRefusal.self) { try tried.decide(.promote, override: "answer@r42") }
        try tried.decide(.resume)
        #expect(tried.rollout.epoch == 2 && tried.rollout.phase == .running)
        #expect(tried.rollout.rollbackAlpha == 0.025)
    }

    @Test func aBreakerStrikesWithoutEvidence() throws {
        var tried = try TriedRollout()
        tried.alarms.consecutiveFailures = 5
        tried.look()
        #expect(tried.rollout.phase == .rolledBack && tried.events.last?.cause == .breaker)
        #expect(tried.rollout.reason.hasPrefix("BREAKER"))
    }

    @Test func whatWasDecidedOnMustStillBeSo() throws {
        var generator = SplitMix64(seed: 8)
        var tried = try TriedRollout()
        let before = tried.evidence.standing(tried.rollout, at: tried.time).basis
        tried.serve(3_000, measured: { !$0 }, using: &generator)
        let refusal = #expect(throws: ControlRefusal.self) {
            _ = try RolloutEngine.apply(
                RolloutCommand(.promote, reason: "so", basis: before.digest, override: "answer@r42"),
                by: TriedRollout.other, to: tried.rollout, tried.evidence, at: tried.time, known: { _ in before })
        }
        #expect(refusal?.reason == .moved)
        #expect(refusal?.message.contains("error_rate: no_data → incomparable") == true)
    }

    @Test func pastTheGatesOnlyByTheNameOfTheRelease() throws {
        var tried = try TriedRollout()
        let refusal = #expect(throws: ControlRefusal.self) { try tried.decide(.promote) }
        #expect(refusal?.message.contains("error_rate is no_data") == true)
        #expect(throws: ControlRefusal.self) {
            try tried.decide(.promote, by: TriedRollout.author, override: "answer@r42")
        }
        try tried.decide(.promote, override: "answer@r42")
        #expect(tried.rollout.step == 1 && tried.events.last?.cause == .override)
    }

    @Test func twoApprovalsOfOnePersonAreOne() throws {
        var generator = SplitMix64(seed: 9)
        var plan = RolloutPlan.tried
        plan.steps[0].approval = .init(count: 2)
        plan.needsFourEyes = false
        var tried = try TriedRollout(plan)
        while tried.rollout.phase == .running, tried.units.count < 60_000 { tried.serve(100, using: &generator) }
        try tried.decide(.approve)
        try tried.decide(.approve)
        #expect(tried.rollout.step == 0 && tried.rollout.approvals.count == 1)
        tried.time = tried.time.advanced(by: .hours(3))
        try tried.decide(.approve, by: TriedRollout.author)
        #expect(tried.rollout.step == 0, "the first one is too old")
        try tried.decide(.approve)
        #expect(tried.rollout.step == 1)
    }

    @Test func laterAttemptsNeedMoreEvidence() throws {
        #expect(try TriedRollout(attempt: 3).rollout.rollbackAlpha == 0.0125)
    }
}
