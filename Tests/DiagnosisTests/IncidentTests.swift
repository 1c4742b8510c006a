import Diagnosis
import Domain
import Foundation
import Testing

@testable import Simulator

/// Simulated incidents with a known cause: it is the first of the changes that are named, whatever the seed.
@Suite struct IncidentTests {
    /// Two seeds each time; as many as HEADFRAME_SEEDS says when somebody wants to know.
    private static let seeds = Array(
        1...max(1, ProcessInfo.processInfo.environment["HEADFRAME_SEEDS"].flatMap { UInt64($0) } ?? 2))
    private static let enough = seeds.count * 9 / 10 + (seeds.count < 10 ? 1 : 0)

    /// In how many runs the first change is the cause, and what came first otherwise.
    private func named(_ scenario: Scenario, _ isCause: (Mark) -> Bool) throws -> (count: Int, others: [String]) {
        var (count, others) = (0, [String]())
        for seed in Self.seeds {
            let changes = try SimulatedIncident(scenario, seed: seed).changes()
            if let first = changes.first, first.weight >= 2, isCause(first.mark) {
                count += 1
            } else {
                others.append(
                    "\(seed): " + changes.prefix(4).map { "\($0.mark.text) \($0.score)" }.joined(separator: " | "))
            }
        }
        return (count, others)
    }

    @Test("a canary that is slow")
    func slowCanary() throws {
        let (count, others) = try named(.slowCanary) { $0.kind == .release && $0.subject == "support-answer@r42" }
        #expect(count >= Self.enough, "\(others)")
    }

    @Test("another model that answers under the same name")
    func modelSwap() throws {
        let (count, others) = try named(.modelSwap) { $0.kind == .model && $0.subject == "gpt-4o-2026-11-06" }
        #expect(count >= Self.enough, "\(others)")
    }

    @Test("a prompt that the provider's cache never knows")
    func costSpike() throws {
        let (count, others) = try named(.costSpike) { $0.kind == .prompt && $0.subject == "support-answer@8" }
        #expect(count >= Self.enough, "\(others)")
    }

    @Test("a deploy after which calls fail")
    func errors() throws {
        let (count, others) = try named(.errors) { $0.kind == .deploy && $0.text.contains("gateway") }
        #expect(count >= Self.enough, "\(others)")
    }

    @Test("when all is well nothing is blamed", arguments: [15, 60] as [Int64])
    func calm(minutes: Int64) throws {
        for seed in Self.seeds {
            let blamed = try SimulatedIncident(.calm, seed: seed).changes(last: minutes).filter { $0.weight >= 2 }
            #expect(blamed.isEmpty, "seed \(seed)")
        }
    }
}
