import Configuration
import Domain
import Storage
import TestSupport
import Testing

@testable import Collector

/// Alerts in the API of Alertmanager: in the words of its makers and, where it is installed, by itself.
@Suite(.timeLimit(.minutes(2))) struct AlertmanagerTests {
    private func time(_ json: JSON?, _ name: String) -> Timestamp? {
        json?[name]?.string.flatMap { Timestamp(rfc3339: $0) }
    }

    private func receiver(_ url: String) throws -> ReceiverSettings {
        ReceiverSettings(name: "am", channel: .alertmanager(try TestReceiver.server(url)))
    }

    @Test("an alert is posted with the labels that tell it from others, and is over in five minutes unless said again")
    func alert() throws {
        let server = try RecordingServer()
        let scene = try DeliveryScene([receiver(server.url)])
        let alert = TestReceiver.alert()
        try scene.send(TestReceiver.notification(.firing, [alert]))
        try waitUntil { scene.outcomes.count == 1 }
        #expect(server.received.first?.head.hasPrefix("POST /api/v2/alerts HTTP/1.1") == true)
        let body = server.bodies.first?.array?.first
        #expect(body?["labels"] == ["alertname": "slow answers", "severity": "page", "service": "support-api"])
        #expect(
            body?["annotations"]?["summary"]?.string?.hasPrefix("p95 latency support-api 4.02 s > 3 s for 6 m") == true)
        #expect(time(body, "startsAt") == alert.since)
        let belief = try #require(time(body, "endsAt")).since(SystemClock().now())
        #expect(belief > .minutes(4) && belief <= .minutes(5))
        #expect(try scene.store.told("am").map(\.id) == [alert.id])

        let over = TestReceiver.alert(state: .resolved(since: alert.since, at: SystemClock().now()))
        try scene.send(TestReceiver.notification(.resolved, [over]))
        try waitUntil { scene.outcomes.count == 2 }
        let end = server.bodies.last?.array?.first
        #expect(end?["labels"] == body?["labels"])
        #expect(try #require(time(end, "endsAt")) <= SystemClock().now())
        #expect(try scene.store.told("am").isEmpty)
    }

    @Test("after a restart what it believes is said again, and what does not fire any more is said to be over")
    func repetition() throws {
        let directory = TemporaryDirectory()
        let server = try RecordingServer()
        let (lasting, ended) = (TestReceiver.alert("lasting"), TestReceiver.alert("ended"))
        do {
            let scene = try DeliveryScene([receiver(server.url)], in: directory)
            try scene.send(TestReceiver.notification(.firing, [lasting, ended]))
            try waitUntil { scene.outcomes.count == 1 }
            scene.stop()
        }
        let scene = try DeliveryScene([receiver(server.url)], in: directory, activeAlerts: { [lasting] })
        try waitUntil { try scene.store.told("am").map(\.rule) == ["lasting"] }
        let said = try #require(server.bodies.last?.array)
        let now = SystemClock().now()
        for alert in said {
            let isOver = try #require(time(alert, "endsAt")) <= now
            #expect(isOver == (alert["labels"]?["alertname"] == "ended"))
        }
        #expect(said.count == 2)
    }

    @Test("a real Alertmanager shows an alert while it fires, and takes it for over afterwards")
    func real() throws {
        guard let program = try DebianProgram("prometheus-alertmanager") else { return }
        let directory = TemporaryDirectory()
        TestFile.write("route: {receiver: none}\nreceivers: [{name: none}]\n", to: directory.path + "/am.yml")
        let port = try FreePort.number()
        let process = try program.start([
            "--config.file=\(directory.path)/am.yml", "--storage.path=\(directory.path)/data",
            "--web.listen-address=127.0.0.1:\(port)", "--cluster.listen-address=",
        ])
        defer { process.end() }
        func shown() throws -> [JSON]? {
            guard let client = try? RawClient(port: port) else { return nil }
            client.send(HTTPText.get("/api/v2/alerts?active=true"))
            guard let answer = try? client.answer(), answer.status == 200 else { return nil }
            return try JSON(parsing: answer.text).array
        }
        try waitUntil { try shown() != nil }
        let scene = try DeliveryScene([receiver("http://127.0.0.1:\(port)/")])
        let alert = TestReceiver.alert()
        try scene.send(TestReceiver.notification(.firing, [alert]))
        try waitUntil { try shown()?.count == 1 }
        let labels = try shown()?.first?["labels"]
        #expect(labels?["alertname"] == "slow answers")
        #expect(labels?["service"] == "support-api")
        #expect(try scene.service.test("am") == nil)
        try waitUntil { try shown()?.count == 2 }
        let over = TestReceiver.alert(state: .resolved(since: alert.since, at: SystemClock().now()))
        try scene.send(TestReceiver.notification(.resolved, [over]))
        try waitUntil { try shown()?.compactMap { $0["labels"]?["alertname"]?.string } == ["headframe test"] }
    }
}
