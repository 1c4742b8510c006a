import Domain
import Storage
import Testing

/// Marks from the socket to the store.
@Suite struct ControlMarkTests {
    @Test("a deploy script marks, once however often it tries, and everybody reads it")
    func marks() throws {
        let scene = try ControlScene()
        let body = #"{"text":"deploy 4711","service":"bot","time":"2026-11-24T03:04:00Z"}"#
        let answer = try scene.post("/api/v1/marks", body, key: "4711")
        let mark = try #require(Mark(answer.json))
        #expect(mark.principal == ControlScene.user)
        #expect(mark.kind == .deploy)
        #expect(try scene.post("/api/v1/marks", body, key: "4711").body == answer.body)
        let range = "from=2026-11-24T03:00:00Z&to=2026-11-24T04:00:00Z"
        let listed = try scene.ask(HTTPText.get("/api/v1/marks?\(range)")).json
        #expect(listed["marks"]?.array?.compactMap { Mark($0) } == [mark])
        let reader = try StoreReader(path: scene.store, decode: .nothing) { _, _ in SpanContents() }
        let hour = TimeRange(last: .hours(1), before: mark.time.advanced(by: .minutes(30)))
        #expect(try reader.marks(hour, at: SystemClock().now()) == [mark])
    }

    @Test("what is no mark is refused and says why")
    func refused() throws {
        let scene = try ControlScene()
        #expect(try scene.post("/api/v1/marks", #"{"service":"bot"}"#).text.contains("text"))
        #expect(try scene.post("/api/v1/marks", #"{"text":"a","time":"2999-01-01T00:00:00Z"}"#).status == 400)
        #expect(try scene.ask(HTTPText.get("/api/v1/marks?from=now&to=now")).status == 400)
        #expect(try scene.ask(HTTPText.get("/api/v1/marks")).status == 400)
    }
}
