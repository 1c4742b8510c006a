import Configuration
import Domain
import Glibc
import Storage
import TestSupport
import Testing

@testable import Collector

/// Notifications reach their receivers, in order, at least once, and nobody waits for a receiver that is in trouble.
@Suite(.timeLimit(.minutes(2))) struct DeliveryServiceTests {
    @Test("a webhook gets JSON that says everything, signed so that only who has the secret can have written it")
    func webhook() throws {
        let server = try RecordingServer()
        let directory = TemporaryDirectory()
        let secret = TestReceiver.file("a secret\n", at: directory.path + "/secret", mode: 0o600)
        let scene = try DeliveryScene([TestReceiver.webhook("oncall", server.url, secretFile: secret)], in: directory)
        let notification = TestReceiver.notification()
        try scene.send(notification)
        try waitUntil { scene.outcomes.count == 1 }

        let request = try #require(server.received.first)
        let body = try JSON(parsing: request.body)
        #expect(body["version"] == 1)
        #expect(body["kind"] == "firing")
        #expect(body["severity"] == "page")
        #expect(body["receiver"] == "oncall")
        #expect(body["headline"] == "page: p95 latency support-api 4.02 s > 3 s for 6 m")
        let alert = try #require(body["alerts"]?.array?.first)
        #expect(alert["sentence"] == "p95 latency support-api 4.02 s > 3 s for 6 m")
        #expect(Alert(alert) == notification.alerts.first)
        #expect(request.header("Content-Type") == "application/json")
        #expect(request.header("X-Headframe-Delivery") == body["delivery"]?.string)

        let parts = try #require(request.header("X-Headframe-Signature")).split(separator: ",")
        let time = try #require(parts.first?.dropFirst(2))
        let code = HMACSHA256(key: Array("a secret".utf8)).code(Array(time.utf8) + Array(".".utf8) + request.body)
        #expect(parts.last == "v1=\(Hexadecimal.text(code))")
        #expect(abs((Int64(time) ?? 0) - SystemClock().now().nanoseconds / 1_000_000_000) < 60)

        let status = try #require(scene.status("oncall"))
        #expect(status.kind == "webhook")
        #expect(scene.outcomes.first?.trouble == nil)
        #expect(scene.outcomes.first?.events.map(\.kind) == [.notified])
        try waitUntil { scene.status("oncall")?.delivered == 1 }
        #expect(scene.status("oncall")?.waiting == 0)
    }

    @Test("what comes later arrives later, also when the first attempt fails; an attempt again has the same id")
    func order() throws {
        let server = try RecordingServer { $0 == 0 ? "500 Broken" : "200 OK" }
        let scene = try DeliveryScene([TestReceiver.webhook("oncall", server.url)])
        for name in ["a", "b", "c"] { try scene.send(TestReceiver.notification(.firing, [TestReceiver.alert(name)])) }
        try waitUntil { scene.outcomes.count == 3 }
        #expect(
            server.bodies.compactMap { $0["alerts"]?.array?.first?["rule"]?.string } == ["a", "a", "b", "c"])
        let ids = server.received.map { $0.header("X-Headframe-Delivery") }
        #expect(ids[0] == ids[1])
        #expect(Set(ids).count == 3)
        try waitUntil { scene.status("oncall")?.delivered == 3 }
        #expect(scene.status("oncall")?.lost == 0)
        #expect(scene.status("oncall")?.lastFailure != nil)
        #expect(scene.status("oncall")?.trouble == nil)
    }

    @Test("a receiver that hangs holds up nobody else, and stopping does not wait for it")
    func hanging() throws {
        let silent = try LocalServer { $0.waitForEnd() }
        defer { silent.stop() }
        let server = try RecordingServer()
        let scene = try DeliveryScene([
            TestReceiver.webhook("silent", silent.url), TestReceiver.webhook("oncall", server.url),
        ])
        try scene.send(TestReceiver.notification())
        try waitUntil { scene.outcomes.map(\.receiver) == ["oncall"] && silent.connections == 1 }
        let start = ContinuousClock.now
        scene.stop()
        #expect(ContinuousClock.now - start < .seconds(5))
        #expect(scene.outcomes.map(\.receiver) == ["oncall"])
    }

    @Test("what waits is delivered by the next process, under the id that it had")
    func restart() throws {
        let directory = TemporaryDirectory()
        let silent = try LocalServer { $0.waitForEnd() }
        var waiting: Delivery?
        do {
            let scene = try DeliveryScene([TestReceiver.webhook("oncall", silent.url)], in: directory)
            try scene.send(TestReceiver.notification())
            try waitUntil { silent.connections == 1 }
            waiting = try scene.store.nextDelivery(to: "oncall")
            scene.stop()
        }
        silent.stop()
        let server = try RecordingServer()
        let scene = try DeliveryScene([TestReceiver.webhook("oncall", server.url)], in: directory)
        try waitUntil { scene.outcomes.count == 1 }
        #expect(waiting != nil)
        #expect(server.received.first?.header("X-Headframe-Delivery") == waiting?.key.text)
    }

    @Test("who is told: all but those whom the rule or the severity leaves out")
    func routing() throws {
        let server = try RecordingServer()
        var pager = try TestReceiver.webhook("pager", server.url)
        pager.severities = [.page]
        let scene = try DeliveryScene([pager, TestReceiver.webhook("chat", server.url)])
        func receivers(_ severity: AlertSeverity, _ names: [String] = []) -> [String] {
            scene.service.receivers(
                of: TestReceiver.notification(.firing, [TestReceiver.alert(severity: severity)], to: names))
        }
        #expect(receivers(.page) == ["pager", "chat"])
        #expect(receivers(.warn) == ["chat"])
        #expect(receivers(.page, ["pager"]) == ["pager"])
        #expect(receivers(.warn, ["pager"]).isEmpty)
        #expect(receivers(.page, ["nobody"]).isEmpty)
    }

    @Test("what waits for a receiver that is configured no more is lost, and counted")
    func removed() throws {
        let silent = try LocalServer { $0.waitForEnd() }
        defer { silent.stop() }
        let server = try RecordingServer()
        let scene = try DeliveryScene([TestReceiver.webhook("silent", silent.url)])
        try scene.send(TestReceiver.notification())
        try waitUntil { silent.connections == 1 }
        scene.service.use([try TestReceiver.webhook("oncall", server.url)])
        #expect(try scene.store.nextDelivery(to: "silent") == nil)
        #expect(scene.service.statuses.map(\.name) == ["oncall"])
        try scene.send(TestReceiver.notification())
        try waitUntil { scene.outcomes.map(\.receiver) == ["oncall"] }
    }

    @Test("more than ten thousand do not wait: the oldest are lost, and counted")
    func bound() throws {
        let scene = try DeliveryScene([])
        try scene.store.change {
            try $0.enqueue(TestReceiver.notification(), to: Array(repeating: "gone", count: 10_003))
        }
        let status = try scene.store.receiverStatus("gone", kind: "webhook")
        #expect(status.waiting == 10_000)
        #expect(status.lost == 3)
        #expect(status.trouble?.contains("10000") == true)
    }

    @Test("after its last attempt a notification is given up, and the record says why")
    func givenUp() throws {
        let scene = try DeliveryScene([])
        try scene.store.change { try $0.enqueue(TestReceiver.notification(), to: ["gone"]) }
        let delivery = try #require(try scene.store.nextDelivery(to: "gone"))
        try scene.store.change { try $0.fail(delivery, "answered 500", next: $0.time.advanced(by: .seconds(1))) }
        #expect(try scene.store.nextDelivery(to: "gone")?.attempts == 1)
        try scene.store.change { try $0.fail(delivery, "answered 500", next: nil) }
        #expect(try scene.store.nextDelivery(to: "gone") == nil)
        // An attempt that was under way meanwhile changes nothing any more.
        try scene.store.change { try $0.finish(delivery) }
        let status = try scene.store.receiverStatus("gone", kind: "webhook")
        #expect((status.delivered, status.lost, status.trouble) == (0, 1, "answered 500"))
    }
}
