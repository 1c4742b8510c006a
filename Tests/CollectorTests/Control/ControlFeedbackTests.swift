import Domain
import Glibc
import Storage
import Synchronization
import Testing

/// Feedback and scores from the socket to the numbers.
@Suite struct ControlFeedbackTests {
    private let up = #"{"trace_id":"\#(ControlScene.trace())","rating":1,"correction":"at the door"}"#
    private let down = #"{"trace_id":"\#(ControlScene.trace())","rating":-1}"#

    @Test("a rating is a score of its call, replaced by the next one and gone when it is taken back")
    func feedback() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        let answer = try scene.post("/api/v1/feedback", up)
        #expect(answer.status == 200)
        let given = try #require(Feedback(answer.json))
        #expect(given.spanID.description == ControlScene.span())
        #expect(given.principal == ControlScene.user)
        #expect(try scene.scores(1).map(\.value) == [1])

        let replaced = try #require(Feedback(try scene.post("/api/v1/feedback", down).json))
        #expect(replaced.id == given.id)
        #expect(replaced.correction == "at the door")
        try waitUntil { try scene.summary() == ScoreSummary(count: 1, sum: 0) }
        #expect(try scene.scores(1).map(\.source) == ["human"])
        let listed = try scene.ask(HTTPText.get("/api/v1/feedback?trace_id=\(ControlScene.trace())")).json
        #expect(listed["feedback"]?.array?.compactMap { Feedback($0) } == [replaced])

        let takenBack = try scene.post("/api/v1/feedback/\(given.id)", "", method: "DELETE")
        #expect(Feedback(takenBack.json) == replaced)
        #expect(try scene.scores(0).isEmpty)
        #expect(try scene.summary()?.count ?? 0 == 0)
        #expect(try scene.post("/api/v1/feedback/\(given.id)", "", method: "DELETE").status == 404)
    }

    @Test("the same command under the same key changes nothing, also after a restart; another one is 422")
    func idempotency() throws {
        let directory = TemporaryDirectory()
        let scene = try ControlScene(in: directory)
        try scene.storeCall()
        let first = try scene.post("/api/v1/feedback", up, key: "k")
        #expect(try scene.post("/api/v1/feedback", up, key: "k").body == first.body)
        let other = try scene.post("/api/v1/feedback", down, key: "k")
        #expect(other.status == 422)
        #expect(other.code == "key_reused")
        scene.collector.stop()

        let next = try ControlScene(in: directory)
        #expect(try next.post("/api/v1/feedback", up, key: "k").body == first.body)
        #expect(try next.scores(1).map(\.value) == [1])
        let id = try #require(Feedback(first.json)?.id)
        let takenBack = try next.post("/api/v1/feedback/\(id)", "", key: "d", method: "DELETE")
        // What is gone would be 404 for a new command; this one was done already.
        #expect(try next.post("/api/v1/feedback/\(id)", "", key: "d", method: "DELETE").body == takenBack.body)
        #expect(takenBack.status == 200)
    }

    @Test("a command without a key is none", arguments: ["", "Idempotency-Key: a\r\nIdempotency-Key: b\r\n"])
    func withoutKey(_ keys: String) throws {
        let scene = try ControlScene()
        let head = "POST /api/v1/feedback HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\(keys)"
        let answer = try scene.ask(Array((head + "Content-Length: 2\r\n\r\n{}").utf8))
        #expect(answer.status == 400)
        #expect(answer.text.contains("Idempotency-Key"))
    }

    @Test("what is not in the store cannot be rated; a response may come later")
    func unknownCalls() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        let stranger = #""trace_id":"\#(ControlScene.trace(9))""#
        #expect(try scene.post("/api/v1/feedback", "{\(stranger),\"rating\":1}").status == 404)
        let span = #""trace_id":"\#(ControlScene.trace())","span_id":"\#(ControlScene.span(9))""#
        #expect(try scene.post("/api/v1/feedback", "{\(span),\"rating\":1}").status == 404)
        #expect(try scene.post("/api/v1/scores", "{\(span),\"name\":\"x\",\"value\":1}").code == "not_found")
        let response = try scene.post("/api/v1/scores", #"{"response_id":"r-1","name":"x","value":0.25}"#)
        #expect(response.status == 200)
        #expect(response.json["response_id"]?.string == "r-1")
    }

    @Test("a score stands beside its call")
    func score() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        let body = """
            {"trace_id":"\(ControlScene.trace())","span_id":"\(ControlScene.span())","name":"faithfulness","value":0.5,\
            "label":"partly","explanation":"one claim of two","source":"llm"}
            """
        #expect(try scene.post("/api/v1/scores", body).status == 200)
        let score = try #require(try scene.scores(1).first)
        #expect(score.name == "faithfulness")
        #expect(score.value == 0.5)
        #expect(score.label == "partly")
        #expect(score.service == "bot")
    }

    @Test("commands at the same moment leave one rating")
    func twoAtOnce() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        let (socket, failures) = (scene.socket, Failures())
        let bodies = [up, down]
        let threads = (0..<4).map { thread in
            TestThread {
                for number in 0..<10 {
                    let request = ControlScene.request(
                        "/api/v1/feedback", Array(bodies[(thread + number) % 2].utf8), key: "\(thread)-\(number)")
                    let client = try? RawClient(socket: socket)
                    client?.send(request)
                    if (try? client?.answer())??.status != 200 { failures.add() }
                }
            }
        }
        for thread in threads { thread.join() }
        #expect(failures.count == 0)
        let last = try scene.post("/api/v1/feedback", up)
        #expect(last.status == 200)
        // Earlier ratings may still be on their way to the call when the same one as the last is there.
        try waitUntil {
            try scene.summary() == ScoreSummary(count: 1, sum: 1) && scene.scores(1).map(\.value) == [1]
        }
    }

    @Test("commands are done while telemetry is not taken, and filed when it is again")
    func whileIngestIsStopped() throws {
        let directory = TemporaryDirectory()
        let before = try ControlScene(in: directory)
        try before.storeCall()
        before.collector.stop()
        let scene = try ControlScene(in: directory) { $0.leastFreeBytes = .max }
        #expect(throws: RawClient.Failure.self) { try scene.storeCall(2) }
        let answer = try scene.post("/api/v1/feedback", down)
        #expect(answer.status == 200)
        let trace = "/api/v1/feedback?trace_id=\(ControlScene.trace())"
        #expect(try scene.ask(HTTPText.get(trace)).json["feedback"]?.array == [answer.json])
        scene.collector.stop()
        #expect(try ControlScene(in: directory).scores(1).map(\.value) == [0])
    }

    @Test("clients that are slow hold up neither others nor telemetry")
    func slowClients() throws {
        let scene = try ControlScene()
        try scene.storeCall()
        let request = ControlScene.request("/api/v1/feedback", Array(up.utf8))
        let slow = try (0..<50).map { _ in try RawClient(socket: scene.socket) }
        for (index, client) in slow.enumerated() { client.send(Array(request.prefix(request.count / 50 * index))) }
        #expect(try scene.post("/api/v1/feedback", down).status == 200)
        try scene.storeCall(2)
        // They are served as soon as they say the rest.
        slow[49].send(Array(request.dropFirst(request.count / 50 * 49)))
        #expect(try slow[49].answer()?.status == 200)
    }
}

/// Counts from several threads.
private final class Failures: Sendable {
    private let number = Atomic<Int>(0)
    var count: Int { number.load(ordering: .relaxed) }
    func add() { number.wrappingAdd(1, ordering: .relaxed) }
}
