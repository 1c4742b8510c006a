import Domain
import Testing

@Suite struct RolloutTrafficTests {
    private func canary(_ weight: Double) -> AppTraffic.Canary {
        AppTraffic.Canary(
            rollout: RolloutID(rawValue: 1), release: "a@r2", weight: weight, salt: "s", step: 0, epoch: 1)
    }

    @Test func moreWeightTakesTheCanaryFromNobody() {
        for number in 0..<2_000 {
            let key = "session-\(number)"
            #expect(!canary(0.05).serves(key) || canary(0.25).serves(key))
            #expect(canary(1).serves(key) && !canary(0).serves(key))
        }
        let share = (0..<20_000).count { canary(0.25).serves("\($0)") }
        #expect(abs(Double(share) / 20_000 - 0.25) < 0.015)
    }

    @Test func unitsThatReturnAreDrawnFromThoseThatAreLeft() {
        #expect(Exposure.probability(weight: 0.25, former: nil) == 0.25)
        #expect(Exposure.probability(weight: 0.25, former: (false, 0.05)) == (0.25 - 0.05) / 0.95)
        #expect(Exposure.probability(weight: 0.25, former: (true, 0.05)) == nil)
        #expect(Exposure.probability(weight: 0.05, former: (false, 0.05)) == nil)
        #expect(Exposure.probability(weight: 1, former: (false, 1)) == nil)
    }

    @Test func aPlanComesBackFromItsJSON() throws {
        var plan = RolloutPlan(
            app: "answer", from: "answer@r1", to: "answer@r2",
            steps: [
                RolloutStep(.shadow), RolloutStep(.weight(0.05), soak: .minutes(15), approval: .init(count: 2)),
                RolloutStep(.weight(1)),
            ],
            gates: [
                RolloutGate(.errorRate), RolloutGate(.latency(.p95), isRequired: false),
                RolloutGate(.score("quality", ScoreScale(lowest: 1, highest: 5, lowerIsBetter: true)), name: "q"),
                RolloutGate(.rate("hallucination")), RolloutGate(.cost),
            ])
        (plan.environment, plan.breakers.costPerHour) = ("prod", 20)
        try plan.check()
        #expect(RolloutPlan(try JSON(parsing: plan.json.text)) == plan)
        plan.steps[1].kind = .weight(1)
        plan.gates = []
        #expect(plan.mistakes.map(\.place) == ["steps[2]", "gates"])
    }
}
