import Control
import Domain
import Statistics
import Testing

/// What holds whatever happens in whatever order.
@Suite struct RolloutPropertyTests {
    /// Does something at random.
    private func step(_ tried: inout TriedRollout, _ generator: inout SplitMix64) {
        let verbs = RolloutCommand.Verb.allCases.filter { ![.abort, .rollback].contains($0) }
        let verb = verbs[Int(generator.unit() * Double(verbs.count))]
        let actor = generator.unit() < 0.5 ? TriedRollout.author : TriedRollout.other
        let override = generator.unit() < 0.1 ? "answer@r42" : nil
        switch generator.unit() {
        case ..<0.6: tried.serve(200, using: &generator)
        case ..<0.7: tried.time = tried.time.advanced(by: .seconds(Int64(generator.unit() * 7_200) - 1_800))
        case ..<0.72: tried.serve(60, measured: { !$0 }, using: &generator)
        default: try? tried.decide(verb, by: actor, override: override)
        }
        tried.look()
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func noOrderGivesTheCanaryMoreWithoutGatesAndApprovals(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var tried = try TriedRollout()
        for _ in 0..<40 { step(&tried, &generator) }
        var weight = 0.0
        for (index, event) in tried.events.enumerated() {
            defer { weight = event.weight }
            guard event.weight > weight, event.number > 3 else { continue }
            let before = try #require(Rollout(tried.rollout.id, tried.events.prefix(index)))
            let seen = try #require(event.seen.flatMap(RolloutStanding.init))
            if event.cause == .override {
                #expect(event.principal == TriedRollout.other.principal)
                continue
            }
            #expect(seen.gates.filter(\.isRequired).allSatisfy { $0.verdict == .pass })
            #expect(event.time.since(before.stepBegan) >= before.currentStep?.soak ?? .seconds(0))
            if before.currentStep?.approval != nil {
                let agreed = before.approvals.map(\.principal) + [event.principal].compactMap(\.self)
                #expect(agreed.contains { $0 != before.author })
            }
        }
    }

    @Test(arguments: 0..<4 as Range<UInt64>)
    func aRestartAnywhereGoesOnAsIfNothingHadHappened(seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var tried = try TriedRollout()
        for _ in 0..<12 {
            step(&tried, &generator)
            let written = try tried.events.map { try JSON(parsing: $0.json.text) }
            let read = written.compactMap(RolloutEvent.init)
            let isSame = read.map(\.json.text) == tried.events.map(\.json.text)
            #expect(isSame)
            let isSameState = Rollout(tried.rollout.id, read) == tried.rollout
            #expect(isSameState)
            let resumed = try #require(RolloutEvidence(tried.rollout, state: tried.evidence.state))
            let isResumed = resumed == tried.evidence
            #expect(isResumed)
            var replayed = RolloutEvidence(tried.rollout)
            for unit in tried.units { replayed.add(unit) }
            let isReplayed = replayed == tried.evidence
            #expect(isReplayed)
        }
    }

    @Test func stateDoesNotGrow() throws {
        var generator = SplitMix64(seed: 1)
        var tried = try TriedRollout()
        tried.serve(100, using: &generator)
        let size = tried.evidence.state.count
        tried.serve(2_000, using: &generator)
        #expect(tried.evidence.state.count == size)
        #expect(RolloutEvidence(tried.rollout, state: tried.evidence.state.dropLast(1) + []) == nil)
        #expect(RolloutEvidence(tried.rollout, state: []) == nil)
    }

    @Test(arguments: RolloutCommand.Verb.allCases.filter { [.abort, .rollback].contains($0) }, 0..<10 as Range<UInt64>)
    func abortingIsAlwaysPossible(verb: RolloutCommand.Verb, seed: UInt64) throws {
        var generator = SplitMix64(seed: seed)
        var tried = try TriedRollout()
        for _ in 0..<Int(generator.unit() * 40) { step(&tried, &generator) }
        guard !tried.rollout.phase.isFinal else { return }
        try tried.decide(verb)
        #expect(tried.rollout.phase.isFinal && tried.rollout.weight == 0)
    }
}
