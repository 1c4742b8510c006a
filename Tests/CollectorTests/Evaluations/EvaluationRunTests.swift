import Configuration
import Domain
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Collector

@Suite struct EvaluationRunTests {
    @Test("every question is asked once, answered, judged and priced")
    func answers() throws {
        let model = try ModelDouble(saying: "So it is.")
        let scene = try EvaluationScene([try model.settings(key: "KEY")], variables: ["KEY": "secret-1"])
        let run = try scene.run(5)
        #expect(run.state == .finished)
        #expect((run.answered, run.failed, run.cached) == (5, 0, 0))
        #expect(run.cost == Money(nanodollars: 5 * 110_000))
        #expect(run.scores.first { $0.scorer == .exact }?.mean == 1)
        #expect(model.received.count == 5)
        let request = try #require(model.received.first)
        #expect(request.head.contains("POST /v1/chat/completions"))
        #expect(request.header("authorization") == "Bearer secret-1")
        let body = try JSON(parsing: request.body)
        #expect(body["model"] == "small-latest")
        #expect(body["temperature"] == 0)
        #expect(body["messages"]?.array?.count == 2)
        #expect(try scene.results(run.id).map(\.item.id) == ["g-0", "g-1", "g-2", "g-3", "g-4"])
    }

    @Test("what was asked before is not asked again")
    func cache() throws {
        let model = try ModelDouble(saying: "So it is.")
        let scene = try EvaluationScene([try model.settings()])
        _ = try scene.run(3)
        let second = try scene.run(4)
        #expect((second.answered, second.cached) == (4, 3))
        #expect(second.cost == Money(nanodollars: 110_000))
        #expect(model.received.count == 4)
    }

    @Test("a run that was interrupted goes on where it was")
    func resumes() throws {
        let directory = TemporaryDirectory()
        let isPatient = Mutex(true)
        let model = try ModelDouble { connection, before in
            if before >= 2, isPatient.withLock(\.self) { return connection.waitForEnd() }
            connection.answer(ModelDouble.completion("So it is."))
        }
        let first = try EvaluationScene([try model.settings()], in: directory)
        let id = try first.start(EvaluationScene.draft(EvaluationScene.lines(6)))
        try waitUntil { try model.received.count >= 3 && (first.service.store.run(id)?.answered ?? 0) == 2 }
        first.stop()
        isPatient.withLock { $0 = false }
        let second = try EvaluationScene([try model.settings()], in: directory)
        let run = try second.ended(id)
        #expect(run.state == .finished)
        #expect((run.answered, run.failed) == (6, 0))
        #expect(try second.results(id).allSatisfy { $0.answer?.isCached == false })
    }

    @Test("the limit ends a run, and a higher one lets it go on")
    func limit() throws {
        let model = try ModelDouble(saying: "So it is.")
        let scene = try EvaluationScene([try model.settings()])
        let run = try scene.run(20, limit: Money(nanodollars: 500_000))
        guard case .stopped(let reason) = run.state else { return #expect(Bool(false), "\(run.state)") }
        #expect(reason.contains("limit"))
        #expect(run.answered < 8)
        #expect((run.cost ?? .zero) <= Money(nanodollars: 720_000))
        _ = try scene.service.store.resume(run.id, limit: Money(usd: 1))
        scene.service.carryOut(run.id)
        #expect(try scene.ended(run.id).answered == 20)
    }

    @Test("a server that is busy is asked again, later")
    func retries() throws {
        let model = try ModelDouble { connection, before in
            if before < 2 {
                connection.answer(#"{"error":{"message":"slow down"}}"#, status: "429 Too Many Requests")
            } else {
                connection.answer(ModelDouble.completion("So it is."))
            }
        }
        let run = try EvaluationScene([try model.settings()]).run(2)
        #expect((run.answered, run.failed) == (2, 0))
        #expect(model.received.count == 4)
    }

    @Test(
        "a server that lies fails the question and says how",
        arguments: [
            ("<!doctype html><p>Sign in", "a page for people"), ("no json", "no JSON"), (#"{"ok":true}"#, "no choices"),
            (#"{"choices":[{"message":{"content":null}}]}"#, "without a text"),
            (#"{"choices":[{"message":{"content":null,"tool_calls":[{"id":"1"}]}}]}"#, "call of a tool"),
            (#"{"error":{"message":"out of\u001b[31m luck"}}"#, "out of\u{FFFD}[31m luck"),
        ])
    func lies(body: String, said: String) throws {
        let model = try ModelDouble { connection, _ in connection.answer(body) }
        let scene = try EvaluationScene([try model.settings()])
        let run = try scene.run(1)
        #expect((run.answered, run.failed) == (0, 1))
        guard case .failed(let reason) = try scene.results(run.id)[0].outcome else { throw NeverHappened() }
        #expect(reason.contains(said), "\(reason)")
    }

    @Test(
        "nobody goes on asking a server that will not answer",
        arguments: [("401 Unauthorized", "key"), ("404 Not Found", "url"), ("302 Found", "redirects")])
    func refuses(status: String, word: String) throws {
        let model = try ModelDouble { connection, _ in
            connection.answer("{}", status: status, headers: ["Location: http://127.0.0.1:1/"])
        }
        let run = try EvaluationScene([try model.settings()]).run(50)
        guard case .stopped(let reason) = run.state else { throw NeverHappened() }
        #expect(reason.contains(word), "\(reason)")
        #expect(model.received.count <= 4)
        #expect(run.failed == 0)
    }

    @Test("after many failures in a row nothing more is asked")
    func gavesUp() throws {
        let model = try ModelDouble { connection, _ in connection.answer("no json") }
        let run = try EvaluationScene([try model.settings()]).run(50)
        guard case .stopped(let reason) = run.state else { throw NeverHappened() }
        #expect(reason.contains("in a row"))
        #expect(run.failed <= 12)
    }

    @Test("a server that hangs is given up")
    func hangs() throws {
        let model = try ModelDouble { connection, before in
            if before < 1 { return connection.waitForEnd() }
            connection.answer(ModelDouble.completion("So it is."))
        }
        let run = try EvaluationScene([try model.settings(timeout: .seconds(1))]).run(1)
        #expect(run.answered == 1)
        #expect(model.received.count == 2)
    }

    @Test("a run whose key is not set stops and says so, and names no key")
    func key() throws {
        let model = try ModelDouble(saying: "So it is.")
        let run = try EvaluationScene([try model.settings(key: "KEY")]).run(1)
        guard case .stopped(let reason) = run.state else { throw NeverHappened() }
        #expect(reason.contains("KEY"))
        #expect(model.received.isEmpty)
    }

    @Test("answers that were had elsewhere are judged without asking anybody")
    func given() throws {
        let scene = try EvaluationScene([])
        let answers = #"{"id":"g-1","answer":"So it is."}"#
        let run = try scene.ended(scene.start(EvaluationScene.draft(EvaluationScene.lines(2), answers: answers)))
        #expect(run.state == .finished)
        #expect((run.answered, run.failed) == (1, 1))
        #expect(run.cost == nil)
    }

    @Test(
        "what is wrong with a draft is said, and nothing is stored",
        arguments: [
            (#"{"id":"a","input":"x"}"# + "\n" + #"{"id":"a","input":"x"}"#, nil, "set:2"), ("nonsense", nil, "set:1"),
            (EvaluationScene.lines(1), #"{"id":"z","answer":"x"}"#, "no item “z”"),
            (EvaluationScene.lines(1), #"{"id":"g-0"}"#, "answers:1"),
            (EvaluationScene.lines(1), nil as String?, "nobody to ask"),
        ])
    func refusesDrafts(lines: String, answers: String?, said: String) throws {
        let scene = try EvaluationScene([])
        let refusal = try #require(throws: ControlRefusal.self) {
            try scene.start(EvaluationScene.draft(lines, answers: answers))
        }
        #expect(refusal.message.contains(said), "\(refusal.message)")
        #expect(try scene.service.store.runs(limit: 10).isEmpty)
    }

    @Test("somebody ends a run, and it stays ended")
    func stops() throws {
        let model = try ModelDouble { connection, _ in connection.waitForEnd() }
        let scene = try EvaluationScene([try model.settings()])
        let id = try scene.start(EvaluationScene.draft(EvaluationScene.lines(3)))
        try waitUntil { !model.received.isEmpty }
        _ = try scene.service.stop(id, by: "os:ana")
        #expect(try scene.ended(id).state == .stopped("os:ana stopped it"))
        #expect(try scene.service.store.waiting(of: id).count == 3)
    }
}
