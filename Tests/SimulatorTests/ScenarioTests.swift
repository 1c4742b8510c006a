import Domain
import Testing

@testable import Simulator

@Suite struct ScenarioTests {
    @Test func scenariosAreFoundByName() {
        #expect(Scenario.all.map(\.name) == ["calm", "slow-canary", "errors", "cost-spike", "model-swap"])
        for scenario in Scenario.all {
            #expect(Scenario(named: scenario.name)?.summary == scenario.summary)
        }
        #expect(Scenario(named: "Calm") == nil)
        #expect(Scenario(named: "") == nil)
    }

    @Test(arguments: 1...20)
    func theSlowCanaryStandsOutForEverySeed(seed: Int) throws {
        // A quarter of the traffic and half of the time that a demo has: with all of it the difference is only clearer.
        let turns = try Samples.workload(.slowCanary, seed: UInt64(seed), rate: 3).turns(in: .minutes(-8, -4))
        func p95(_ release: String) -> Double {
            let durations = turns.filter { $0.root?.release == release }.flatMap(\.chats).filter { $0.failure == nil }
                .map(\.seconds).sorted()
            return durations.isEmpty ? .nan : durations[durations.count * 95 / 100]
        }
        func faithfulness(_ release: String) -> Double {
            let scores = turns.filter { $0.root?.release == release }.flatMap(\.verdicts)
                .filter { $0.attributes["gen_ai.evaluation.name"] == "faithfulness" }
                .compactMap { $0.attributes["gen_ai.evaluation.score.value"]?.number }
            return scores.reduce(0, +) / Double(scores.count)
        }
        #expect(p95("support-answer@r42") >= 2 * p95("support-answer@r41"))
        #expect(faithfulness("support-answer@r42") < faithfulness("support-answer@r41") - 0.08)
    }

    @Test func theSlowCanaryBeginsWhenItsScenarioSays() throws {
        let onset = try #require(Scenario.slowCanary.onset)
        #expect((.minutes(-15) ... .minutes(-3)).contains(onset))
        let turns = try Samples.workload(.slowCanary, seed: 3).turns(in: .minutes(-9, -7))
        let canary = turns.filter { $0.root?.release == "support-answer@r42" }
        let first = try #require(canary.first).start.since(Samples.now)
        #expect(first >= onset)
        #expect(first < Nanoseconds(onset.count + Nanoseconds.seconds(30).count))
    }

    @Test func theOutageHitsOneModelFromItsOnsetOn() throws {
        let onset = try #require(Scenario.errors.onset)
        let turns = try Samples.workload(.errors, seed: 3, rate: 2).turns(in: .minutes(-16, 14))
        func failures(_ model: String, _ range: ClosedRange<Nanoseconds>) -> Double {
            let chats = turns.filter { range.contains($0.start.since(Samples.now)) }.flatMap(\.chats)
                .filter { $0.attributes["gen_ai.request.model"] == .string(model) }
            return Double(chats.filter { $0.failure != nil }.count) / Double(max(chats.count, 1))
        }
        let outage = onset ... .minutes(8)
        #expect(failures("claude-sonnet-4-5", outage) > 0.4)
        #expect(failures("gpt-4o", outage) < 0.02)
        #expect(failures("claude-sonnet-4-5", .minutes(-16)...Nanoseconds(onset.count - 1)) < 0.03)
        #expect(failures("claude-sonnet-4-5", .minutes(10) ... .minutes(14)) < 0.03)
    }

    @Test func failuresSayWhatTheyAre() throws {
        let turns = try Samples.workload(.errors, seed: 8, rate: 3).turns(in: .minutes(-5, 0))
        let failed = turns.flatMap(\.spans).filter { $0.failure != nil }
        #expect(failed.count > 50)
        #expect(failed.allSatisfy { $0.attributes["error.type"] != nil })
        #expect(failed.allSatisfy { $0.attributes["gen_ai.output.messages"] == nil })
        let kinds = Set(failed.compactMap { $0.attributes["error.type"]?.string })
        #expect(kinds.isSuperset(of: ["server_error", "timeout"]))
    }

    @Test func calmIsCalm() throws {
        let turns = try Samples.workload(.calm, seed: 8, rate: 4).turns(in: .minutes(-5, 0))
        let failed = turns.filter { $0.root?.failure != nil }
        #expect(!failed.isEmpty)
        #expect(Double(failed.count) / Double(turns.count) < 0.02)
    }
}
