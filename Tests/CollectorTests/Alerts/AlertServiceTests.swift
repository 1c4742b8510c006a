import Configuration
import Domain
import Storage
import Testing

/// From a call that breaks a rule to somebody who looks after it, over a restart.
@Suite struct AlertServiceTests {
    @Test("an alert fires, is told, acknowledged and silenced, and all of that outlives the collector")
    func life() throws {
        let directory = TemporaryDirectory()
        let heard = directory.path + "/heard"
        var configuration = Configuration()
        configuration.alerts.rules = [try AlertScene.fewCalls]
        configuration.alerts.receivers = [
            ReceiverSettings(name: "file", channel: .command(["/bin/sh", "-c", "cat >> \(heard)"]))
        ]
        let scene = try ControlScene(in: directory, configuration: configuration)
        try scene.storeCall()
        let alert = try AlertScene.firing(in: scene.store)
        #expect(alert.severity == .page)
        #expect(alert.waits)
        try waitUntil { TestFile.text(heard)?.contains(alert.id.description) ?? false }

        let acknowledged = try scene.post("/api/v1/alerts/\(alert.id)/ack", #"{"note":"I look"}"#)
        #expect(Alert(acknowledged.json)?.acknowledgement?.principal == ControlScene.user)
        let silence = try scene.post(
            "/api/v1/silences", #"{"rule":"few calls","seconds":600,"reason":"it is known"}"#)
        #expect(silence.status == 200)
        scene.collector.stop()

        let again = try ControlScene(in: directory, configuration: configuration)
        let board = try #require(try AlertScene.board(of: again.store))
        let kept = try #require(board.alerts.first { $0.id == alert.id })
        #expect(kept.since == alert.since)
        #expect(kept.acknowledgement?.principal == ControlScene.user)
        #expect(kept.notes.map(\.text) == ["I look"])
        #expect(kept.silence == board.silences.first?.id)
        #expect(board.silences.map(\.reason) == ["it is known"])
        let reader = try StoreReader(path: again.store, decode: .nothing) { _, _ in SpanContents() }
        let hour = TimeRange(last: .hours(1), before: SystemClock().now().advanced(by: .minutes(1)))
        let kinds = try reader.alertEvents(of: alert.id, hour, limit: 100).map(\.kind)
        for kind: AlertEvent.Kind in [.fired, .notified, .acknowledged, .silenced] {
            #expect(kinds.contains(kind), "\(kind) is not in the log")
        }
        #expect(try reader.alertEvents(of: nil, hour, limit: 1).count == 1)
        let id = try #require(board.silences.first?.id)
        #expect(try again.post("/api/v1/silences/\(id)", "", method: "DELETE").status == 200)
        let made = try reader.silences(in: hour)
        #expect(made.map(\.id) == [id])
        #expect(made.allSatisfy { $0.until <= SystemClock().now() })
        let before = try #require(try reader.alerts(at: alert.since.advanced(by: .minutes(-10))))
        #expect(before.alerts.isEmpty)
        again.collector.stop()
    }

    @Test("what cannot be done to an alert is refused and says why")
    func refused() throws {
        let scene = try ControlScene()
        #expect(try scene.post("/api/v1/alerts/000000000001/ack", "{}").status == 404)
        #expect(try scene.post("/api/v1/alerts/x/ack", "{}").status == 404)
        #expect(try scene.post("/api/v1/alerts/000000000001/note", "{}").text.contains("note"))
        #expect(try scene.post("/api/v1/silences", #"{"rule":"r","seconds":0,"reason":"x"}"#).status == 400)
        #expect(try scene.post("/api/v1/silences", #"{"rule":"r","seconds":60}"#).text.contains("reason"))
        #expect(try scene.post("/api/v1/silences", #"{"seconds":60,"reason":"x"}"#).status == 400)
        #expect(try scene.post("/api/v1/silences/7", "", method: "DELETE").status == 404)
    }
}
