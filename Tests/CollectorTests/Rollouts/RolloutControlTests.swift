import Domain
import Testing

@testable import Collector

/// Rollouts as people steer them over the control API, and as the collector carries them out.
@Suite struct RolloutControlTests {
    @Test("a rollout is started once, steered, and ended; what is served follows at once")
    func life() throws {
        let scene = try RolloutScene()
        let id = try scene.start()
        #expect(scene.weight == 0.5)
        #expect(try scene.control.post("/api/v1/rollouts", RolloutScene.plan.json.text).status == 409)
        #expect(try scene.decide(id, .approve).code == "moved")
        #expect(try scene.decide(id, .promote).code == "invalid")
        #expect(try scene.decide(id, .resume).code == "moved")
        #expect(try scene.decide(id, .note).status == 200)
        let once = "one wish"
        #expect(try scene.decide(id, .hold, key: once.replacing(" ", with: "-")).status == 200)
        #expect(try scene.decide(id, .hold, key: once.replacing(" ", with: "-")).json["phase"] == "held")
        #expect(try scene.decide(id, .resume).status == 200)
        let old = try #require(try scene.detail(id).standing?.basis.digest)
        #expect(try scene.decide(id, .promote, override: "bot@r2").json["weight"]?.double == 1)
        #expect(scene.weight == 1)
        let moved = try scene.decide(id, .promote, digest: old.description, override: "bot@r2")
        #expect(moved.status == 409)
        #expect(moved.text.contains("step 1 → 2"))
        #expect(try scene.decide(id, .rollback).json["phase"] == "rolled_back")
        #expect(scene.weight == nil)
        #expect(try scene.decide(id, .abort).status == 409)
        let numbers = try scene.detail(id).events.map(\.number)
        #expect(numbers == Array(1...numbers.count))
        #expect(try scene.start() == id + 1)
        #expect(try scene.detail(id + 1).rollout.attempt == 2)
    }

    @Test("a restart goes on where it was")
    func restart() throws {
        let directory = TemporaryDirectory()
        var scene: RolloutScene? = try RolloutScene(in: directory)
        let id = try #require(try scene?.start())
        let before = try scene?.detail(id)
        scene?.control.collector.stop()
        scene = nil
        let next = try RolloutScene(in: directory)
        #expect(next.weight == 0.5)
        #expect(try next.detail(id).events.map(\.json.text) == before?.events.map(\.json.text))
        #expect(try next.decide(id, .abort).status == 200)
        #expect(next.weight == nil)
    }

    @Test("a canary whose calls fail is rolled back by the evidence of its units")
    func harm() throws {
        let scene = try RolloutScene()
        let id = try scene.start()
        try scene.serve(0..<150)
        try waitUntil { try scene.detail(id).rollout.phase == .rolledBack }
        let detail = try scene.detail(id)
        #expect(detail.events.last?.cause == .gate)
        #expect(scene.weight == nil)
        let standing = try #require(detail.standing)
        // It may be found before the last unit is looked at.
        #expect((40...150).contains(standing.stableUnits + standing.canaryUnits))
        #expect(standing.gates.first?.canary == 1 && standing.gates.first?.stable == 0)
        #expect(standing.mismatches == 0)
    }
}
