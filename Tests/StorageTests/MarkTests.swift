import Domain
import Testing

@testable import Storage

/// What people, deploy scripts and the collector say that they changed: kept for good, read beside what was seen.
@Suite struct MarkTests {
    private let store = TemporaryStore()
    private static let noon = FixedClock().time
    private static let day = TimeRange(last: .hours(36), before: noon.advanced(by: .hours(24)))

    /// Runs `body` with the control part of the store, as it is at `time`.
    private func withControl<Result>(at time: Timestamp = noon, _ body: (ControlStore) throws -> Result) throws
        -> Result
    {
        let writer = try store.writer(clock: FixedClock(time: time))
        defer { writer.close() }
        let control = try ControlStore(writer, clock: FixedClock(time: time))
        defer { control.stop() }
        return try body(control)
    }

    private func say(_ draft: MarkDraft, at time: Timestamp = noon) throws {
        var generator = SystemRandomNumberGenerator()
        let command = CommandIdentity(
            caller: Caller(kind: .user, principal: "os:ci"), key: IdempotencyKey(using: &generator), request: [])
        _ = try withControl(at: time) { control in try control.commit(command) { try $0.mark(draft).json } }
    }

    @Test("a mark is read with who said it, and for the moment at which it was done")
    func said() throws {
        let done = Self.noon.advanced(by: -.minutes(10))
        try say(MarkDraft(text: "deploy 4711", service: "bot", environment: "prod", time: done))
        let expected = Mark(
            time: done, kind: .deploy, service: "bot", text: "deploy 4711", environment: "prod", principal: "os:ci")
        #expect(try store.reader().marks(Self.day, at: Self.day.to) == [expected])
        let early = TimeRange(last: .hours(1), before: done)
        #expect(try store.reader().marks(early, at: Self.day.to).isEmpty)
    }

    @Test("a look back shows what had been said by then")
    func lookingBack() throws {
        try say(MarkDraft(text: "deploy 1", time: Self.noon.advanced(by: -.minutes(10))))
        #expect(try store.reader().marks(Self.day, at: Self.noon.advanced(by: -.minutes(5))).isEmpty)
        #expect(try store.reader().marks(Self.day, at: Self.noon).count == 1)
    }

    @Test("what lies more than a day ahead is refused")
    func ahead() throws {
        #expect(throws: ControlRefusal.self) {
            try say(MarkDraft(text: "deploy", time: Self.noon.advanced(by: .hours(25))))
        }
        #expect(try store.reader().marks(Self.day, at: Self.day.to).isEmpty)
    }

    @Test("nobody changes or removes a mark", arguments: ["DELETE FROM mark", "UPDATE mark SET text = 'nothing'"])
    func stays(_ statement: String) throws {
        try say(MarkDraft(text: "deploy 1"))
        #expect(throws: StoreError.self) {
            try withControl { control in try control.change { try $0.file.execute(statement) } }
        }
        #expect(try store.reader().marks(Self.day, at: Self.day.to).map(\.text) == ["deploy 1"])
    }

    @Test("the collector marks what differs from when it last looked, also before a restart, and nothing else")
    func noticed() throws {
        func notice(_ state: String, _ kind: Mark.Kind = .prices) throws -> Mark? {
            try withControl { try $0.noticeChange(of: kind, state: state, text: "prices changed") }
        }
        #expect(try notice("a") == nil)
        #expect(try notice("a") == nil)
        #expect(try notice("b", .configuration) == nil)
        let mark = try #require(try notice("b"))
        #expect(mark.principal == "system")
        #expect(try notice("b") == nil)
        #expect(try store.reader().marks(Self.day, at: Self.day.to) == [mark])
    }

    @Test(
        "the body of a mark is checked",
        arguments: [
            #"{}"#, #"{"text":""}"#, #"{"text":" "}"#, #"{"text":"\u200b"}"#, #"{"text":1}"#,
            #"{"text":"a","kind":"prices"}"#,
            #"{"text":"a","time":"yesterday"}"#, #"{"text":"a","time":12}"#, #"{"text":"a","service":""}"#,
            #"{"text":"a","what":1}"#, #"[]"#,
        ])
    func malformed(_ body: String) throws {
        let json = try JSON(parsing: body)
        #expect(throws: MalformedCommand.self) { try MarkDraft(json) }
    }

    @Test("a draft is read as it is written")
    func draft() throws {
        let draft = MarkDraft(text: "ü", kind: .note, service: "s", environment: "e", time: Self.noon)
        #expect(try MarkDraft(draft.json) == draft)
        #expect(try MarkDraft(["text": "a"]) == MarkDraft(text: "a"))
    }
}
