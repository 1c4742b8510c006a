import ControlClient
import Domain
import Testing

/// The client says in words why something is not done.
@Suite struct ControlClientTests {
    private func key() -> IdempotencyKey {
        var generator = SystemRandomNumberGenerator()
        return IdempotencyKey(using: &generator)
    }

    private func draft(_ trace: UInt64 = 1) throws -> FeedbackDraft {
        FeedbackDraft(
            traceID: try #require(TraceID(hex: ControlScene.trace(trace))), rating: .up,
            note: "a\u{0}b\u{202E}c \u{1F600}")
    }

    @Test("what is stored comes back, and can be taken back")
    func stored() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        let client = ControlClient(store: scene.store)
        let command = ControlCommand.feedback(try draft())
        let once = key()
        let feedback = try #require(Feedback(try client.send(command, key: once)))
        #expect(feedback.note == "a\u{0}b\u{202E}c \u{1F600}")
        #expect(Feedback(try client.send(command, key: once)) == feedback)
        let score = ScoreDraft(subject: .response("r"), name: "x", label: "good")
        #expect(try client.send(.score(score), key: key())["label"] == "good")
        #expect(Feedback(try client.send(.takeBack(feedback.id), key: key())) == feedback)
        #expect(try client.status()["caller"]?["principal"]?.string == ControlScene.user)
    }

    @Test("refusals have their reason")
    func refusals() throws {
        let directory = TemporaryDirectory()
        let scene = try ControlScene(in: directory, grant: Grant(roles: [.viewer]))
        try scene.storeCall()
        let client = ControlClient(store: scene.store)
        func refusal(_ command: ControlCommand, _ key: IdempotencyKey? = nil) -> ControlRefusal? {
            #expect(throws: ControlRefusal.self) { try client.send(command, key: key ?? self.key()) }
        }
        let denied = refusal(.feedback(try draft()))
        #expect(denied?.reason == .notAllowed)
        #expect(denied?.message.contains("needs editor or approver") == true)
        scene.collector.stop()
        let gone = refusal(.feedback(try draft()))
        #expect(gone?.reason == .notRunning)
        #expect(gone?.message.contains("headframed --store") == true)

        let next = try ControlScene(in: directory)
        #expect(refusal(.feedback(try draft(2)))?.reason == .notFound)
        #expect(refusal(.takeBack(FeedbackID(rawValue: 7)))?.reason == .notFound)
        #expect(refusal(.score(ScoreDraft(subject: .response("r"), name: "feedback", value: 1)))?.reason == .invalid)
        let once = key()
        _ = try client.send(.feedback(try draft()), key: once)
        #expect(refusal(.takeBack(FeedbackID(rawValue: 1)), once)?.reason == .keyReused)
        withExtendedLifetime(next) {}
    }
}
