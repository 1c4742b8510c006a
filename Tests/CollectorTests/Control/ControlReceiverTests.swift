import Configuration
import Domain
import Synchronization
import TestSupport
import Testing

@testable import Collector

/// Telling a receiver that this is a test.
@Suite(.timeLimit(.minutes(1))) struct ControlReceiverTests {
    private func scene(_ receivers: [ReceiverSettings]) throws -> ControlScene {
        var configuration = Configuration()
        configuration.alerts.receivers = receivers
        return try ControlScene(configuration: configuration)
    }

    @Test("whoever may learns whether it was told, and the receiver that it was a test")
    func told() throws {
        let server = try RecordingServer { $0 == 0 ? "200 OK" : "403 Forbidden" }
        let scene = try scene([TestReceiver.webhook("oncall", server.url)])
        let good = try scene.post("/api/v1/receivers/oncall/test", "", key: "one")
        #expect(good.json == ["delivered": true, "trouble": .null])
        #expect(server.bodies.first?["kind"] == "test")
        #expect(server.bodies.first?["alerts"] == [])
        // The same command again tells nobody anything.
        #expect(try scene.post("/api/v1/receivers/oncall/test", "", key: "one").json == good.json)
        #expect(server.received.count == 1)
        let bad = try scene.post("/api/v1/receivers/oncall/test", "")
        #expect(bad.json == ["delivered": false, "trouble": "answered 403"])
        let unknown = try scene.post("/api/v1/receivers/nobody/test", "")
        #expect(unknown.status == 404)
        #expect(unknown.text.contains("alerts.receivers"))
    }

    @Test("while one hangs, telemetry and commands go on, another test is told to wait, and stopping does not wait")
    func hanging() throws {
        let silent = try LocalServer { $0.waitForEnd() }
        defer { silent.stop() }
        let scene = try scene([TestReceiver.webhook("silent", silent.url)])
        let socket = scene.socket
        let asking = TestThread {
            guard let client = try? RawClient(socket: socket) else { return }
            client.send(ControlScene.request("/api/v1/receivers/silent/test", []))
            _ = try? client.answer()
        }
        try waitUntil { silent.connections == 1 }
        try scene.storeCall()
        let body = #"{"trace_id":"\#(ControlScene.trace())","rating":1}"#
        #expect(try scene.post("/api/v1/feedback", body).status == 200)
        let second = try scene.post("/api/v1/receivers/silent/test", "")
        #expect(second.status == 503)
        #expect(second.text.contains("another receiver is being tested"))
        let start = ContinuousClock.now
        scene.collector.stop()
        asking.join()
        #expect(ContinuousClock.now - start < .seconds(7))
    }
}
