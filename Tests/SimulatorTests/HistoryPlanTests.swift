import Domain
import Testing

@testable import Simulator

@Suite struct HistoryPlanTests {
    private func plan(_ budget: Int, rate: Double, _ length: Nanoseconds = .hours(24), seed: UInt64 = 1) throws
        -> HistoryPlan
    {
        HistoryPlan(
            now: Samples.now, length: length, budget: budget,
            spansPerSecond: try Samples.workload(seed: seed, rate: rate).expectedSpansPerSecond)
    }

    @Test func theNewestPartIsWholeAndLongerWithMoreSpans() throws {
        #expect(try plan(300_000, rate: 12).whole > .minutes(15))
        #expect(try plan(300_000, rate: 12).whole > plan(150_000, rate: 12).whole)
        let plan = try plan(300_000, rate: 12)
        #expect(plan.density(at: Samples.now) == 1)
        #expect(plan.density(at: Samples.now.advanced(by: .minutes(60))) == 1)
        #expect(plan.density(at: Samples.now.advanced(by: -plan.whole)) == 1)
        let old = (1...23).map { plan.density(at: Samples.now.advanced(by: .hours(-$0))) }
        #expect(old == old.sorted(by: >))
        #expect(old.allSatisfy { $0 > 0 })
        #expect(plan.density(at: Samples.now.advanced(by: .hours(-25))) == 0)
    }

    @Test func aShortHistoryIsWhole() throws {
        #expect(try plan(300_000, rate: 12, .minutes(10)).whole == .minutes(10))
        #expect(try plan(0, rate: 12).whole == .minutes(0))
        #expect(try plan(1000, rate: 0).whole == .hours(24))
        #expect(try plan(1000, rate: 12, Nanoseconds(0)).whole == .minutes(0))
    }

    @Test(arguments: 1...4)
    func aHistoryKeepsToItsNumberOfSpans(seed: Int) throws {
        let plan = try plan(6000, rate: 0.5, seed: UInt64(seed))
        let workload = try Samples.workload(seed: UInt64(seed), rate: 0.5, density: plan.density)
        let turns = workload.turns(in: TimeRange(last: .hours(24), before: Samples.now))
        let spans = turns.reduce(0) { $0 + $1.spans.count }
        #expect(spans <= 6000)
        #expect(spans > 5000, "most of the room is used")
    }
}
