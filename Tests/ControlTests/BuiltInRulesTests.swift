import Control
import Domain
import Simulator
import Testing

/// The built-in rules on the simulated application.
@Suite struct BuiltInRulesTests {
    private let epoch = SimulatedCalls.epoch

    private func range(_ from: Int64, _ to: Int64) -> TimeRange {
        TimeRange(from: epoch.advanced(by: .minutes(from)), to: epoch.advanced(by: .minutes(to)))
    }

    /// The story of `scenario` with more of the canary, so that few questions tell of it.
    private func story(_ scenario: Scenario, canaryShare: Double) -> Scenario {
        Scenario(name: scenario.name, summary: scenario.summary, onset: scenario.onset) { elapsed in
            var conditions = scenario.conditions(elapsed)
            if conditions.canaryShare > 0 { conditions.canaryShare = canaryShare }
            return conditions
        }
    }

    @Test("a calm hour tells nobody", arguments: [1, 2] as [UInt64])
    func calm(seed: UInt64) throws {
        // Yesterday's same hour is what today is compared with.
        let source = try SimulatedCalls.source(
            .calm, seed: seed, rate: 0.3, [range(-1500, -1440), range(-90, 0)])
        let life = SimulatedCalls.live(source, range(-40, 0), every: .seconds(30))
        #expect(life.notifications.isEmpty, "\(life.events)")
    }

    @Test(
        "a release that is slow from its first call pages within a minute and a half, once",
        arguments: [1, 2, 3] as [UInt64])
    func slowCanary(seed: UInt64) throws {
        // As many calls of the canary as 5 % of twelve questions a second.
        let source = try SimulatedCalls.source(
            story(.slowCanary, canaryShare: 0.4), seed: seed, rate: 1.5, [range(-14, -5)])
        let life = SimulatedCalls.live(source, range(-10, -5))
        let page = try #require(life.notifications.first { $0.severity == .page })
        #expect(page.alerts.first?.rule == "a release is slow")
        #expect(page.alerts.first?.subject[.release]?.hasSuffix("@r42") == true)
        let delay = page.time.since(epoch.advanced(by: .minutes(-8)))
        #expect(delay > .seconds(0) && delay <= .seconds(90), "\(delay.seconds)")
        #expect(life.notifications.count { $0.severity == .page && $0.kind == .firing } == 1, "\(life.notifications)")
    }

    @Test("a model that fails in half of its calls is told, and not before it does")
    func errors() throws {
        let source = try SimulatedCalls.source(.errors, seed: 1, rate: 1, [range(-12, 0)])
        let life = SimulatedCalls.live(source, range(-8, 0))
        #expect(life.notifications.first?.alerts.first?.rule == "calls fail")
        #expect(life.events.allSatisfy { $0.kind != .fired || $0.time > epoch.advanced(by: .minutes(-6)) })
    }
}
