import Domain
import Testing

@testable import Simulator

@Suite struct ScenarioTests {
    @Test func scenariosAreFoundByName() {
        #expect(Scenario.all.map(\.name) == ["calm", "slow-canary", "errors", "cost-spike", "model-swap", "drift"])
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

    /// The shares of something among the questions in each of two hours.
    private static func shares(_ hours: [Int64], _ isSo: (Turn) -> Bool) throws -> [Double] {
        try hours.map { hour in
            let turns = try Samples.workload(.drift, seed: 5, rate: 0.3).turns(in: .minutes(hour * 60, hour * 60 + 40))
                .filter { $0.root?.service == .supportBot }
            return Double(turns.count(where: isSo)) / Double(max(1, turns.count))
        }
    }

    @Test func driftBeginsWhenItSays() throws {
        func said(_ turn: Turn, _ key: String) -> String { turn.chats.last?.attributes[key]?.string ?? "" }
        let topic = try Self.shares([-12, -9]) { said($0, "gen_ai.input.messages").contains("VPN") }
        #expect(topic[1] > topic[0] + 0.1)
        let language = try Self.shares([-9, -7]) { turn in
            said(turn, "gen_ai.input.messages").unicodeScalars.contains { (0x600...0x6FF).contains($0.value) }
        }
        #expect(language[0] == 0 && language[1] > 0.1)
        let length = try Self.shares([-7, -5]) { said($0, "gen_ai.input.messages").contains("Montag") }
        #expect(length[0] == 0 && length[1] > 0.05)
        let tone = try Self.shares([-5, -3]) { said($0, "gen_ai.output.messages").contains("annoying") }
        #expect(tone[0] == 0 && tone[1] > 0.1)
    }

    @Test func calmIsCalm() throws {
        let turns = try Samples.workload(.calm, seed: 8, rate: 4).turns(in: .minutes(-5, 0))
        let failed = turns.filter { $0.root?.failure != nil }
        #expect(!failed.isEmpty)
        #expect(Double(failed.count) / Double(turns.count) < 0.02)
    }
}
