import Configuration
import Domain
import Testing

@testable import Collector

/// A collector with a rollout of the app `bot`.
final class RolloutScene {
    let control: ControlScene

    /// Half of the units, then all of them; one person may do everything.
    static var plan: RolloutPlan {
        var plan = RolloutPlan(
            app: "bot", from: "bot@r1", to: "bot@r2",
            steps: [RolloutStep(.weight(0.5), soak: .seconds(0)), RolloutStep(.weight(1), soak: .seconds(0))],
            gates: [RolloutGate(.errorRate)])
        (plan.needsFourEyes, plan.unitLength) = (false, .seconds(2))
        (plan.breakers.consecutiveFailures, plan.breakers.totalFailure) = (nil, nil)
        return plan
    }

    init(in directory: TemporaryDirectory = TemporaryDirectory()) throws {
        control = try ControlScene(in: directory, grant: Grant(roles: [.viewer, .editor, .approver]))
    }

    var weight: Double? { control.collector.collector.board.app(flag: "bot")?.traffic.canary?.weight }

    func start(_ plan: RolloutPlan = plan) throws -> Int64 {
        let answer = try control.post("/api/v1/rollouts", plan.json.text)
        #expect(answer.status == 200, "\(answer.text)")
        return try #require(answer.json["id"]?.integer)
    }

    func detail(_ id: Int64) throws -> RolloutDetail {
        try #require(RolloutDetail(try control.ask(HTTPText.get("/api/v1/rollouts/\(id)")).json))
    }

    /// Decides on how things stand, unless another digest is given.
    func decide(
        _ id: Int64, _ verb: RolloutCommand.Verb, digest: String? = nil, override: String? = nil, key: String? = nil
    ) throws -> RawClient.Answer {
        var members: [JSON.Member] = [.init("reason", "because")]
        if let digest = try digest ?? detail(id).standing?.basis.digest?.description {
            members.append(.init("evidence_digest", .string(digest)))
        }
        if let override { members.append(.init("override", .string(override))) }
        return try control.post("/api/v1/rollouts/\(id)/\(verb.rawValue)", JSON.object(members).text, key: key)
    }

    /// Sends units through the app: each asks for its release and makes a call, which fails with the canary.
    func serve(_ units: Range<Int>) throws {
        var spans: [[UInt8]] = []
        for unit in units {
            let answer = try control.collector.ask(HTTPText.get("/api/v1/apps/bot/release?key=s\(unit)"))
            let isCanary = answer.text.contains("bot@r2")
            let now = UInt64(clamping: SystemClock().now().nanoseconds) + 50_000_000
            var extra = OTLPBody.attribute("session.id", "s\(unit)")
            extra += OTLPBody.attribute("headframe.release", isCanary ? "bot@r2" : "bot@r1")
            if isCanary { extra += OTLPBody.bytes(15, OTLPBody.number(3, 2)) }
            spans.append(OTLPBody.span(start: now, end: now + 1_000_000, extra: extra))
        }
        let answer = try control.collector.ask(HTTPText.post("/v1/traces", OTLPBody.request(spans)))
        #expect(answer.status == 200)
    }
}
