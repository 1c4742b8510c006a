import Configuration
import Domain
import Storage
import Testing

@testable import Collector

@Suite struct ControlEvaluationTests {
    private let golden = #"{"name":"set","lines":"{\"id\":\"a\",\"input\":\"q\",\"expected\":\"So it is.\"}"}"#

    @Test("a run is started once, carried out and read")
    func runs() throws {
        let model = try ModelDouble(saying: "So it is.")
        var configuration = Configuration()
        configuration.endpoints = [try model.settings()]
        let scene = try ControlScene(configuration: configuration)
        let body =
            #"{"prompt_file":{"name":"p","model":"gpt-4o","messages":[{"role":"system","text":"Brief."}]},"golden":\#(golden)}"#
        let first = try scene.post("/api/v1/evaluations", body, key: "k1")
        #expect(first.status == 200, "\(first.text)")
        #expect(try scene.post("/api/v1/evaluations", body, key: "k1").json == first.json)
        try waitUntil {
            try scene.ask(HTTPText.get("/api/v1/evaluations/1")).json["state"] == "finished"
        }
        let run = try scene.ask(HTTPText.get("/api/v1/evaluations/1")).json
        #expect(run["answered"] == 1)
        #expect(run["cost_usd"]?.double == 0.00035)
        let reader = try StoreReader(path: scene.store, decode: .nothing) { _, _ in SpanContents() }
        #expect(try reader.evaluationRuns(of: "p", limit: 5).count == 1)
        #expect(try reader.evaluation(EvaluationRunID(rawValue: 1))?.results.first?.answer?.text == "So it is.")
    }

    @Test("who only looks starts nothing")
    func roles() throws {
        let scene = try ControlScene(grant: Grant(roles: [.viewer]))
        let answer = try scene.post("/api/v1/evaluations", "{}")
        #expect(answer.status == 403)
        #expect(try scene.ask(HTTPText.get("/api/v1/evaluations")).json["evaluations"] == [])
    }

    @Test(
        "what makes no sense is refused",
        arguments: [
            ("{}", 400), (#"{"prompt":"p@7","prompt_file":{},"golden":{}}"#, 400),
            (#"{"prompt":"p@7","golden":GOLDEN}"#, 400),
            (#"{"prompt":"p@7","golden":GOLDEN,"answers":"{}"}"#, 404),
            (#"{"prompt":"p@7","golden":GOLDEN,"limit_usd":-1}"#, 400),
            (#"{"prompt":"p@7","golden":GOLDEN,"concurrency":1000}"#, 400),
        ])
    func refuses(body: String, status: Int) throws {
        let scene = try ControlScene()
        let answer = try scene.post("/api/v1/evaluations", body.replacing("GOLDEN", with: golden))
        #expect([status, 404].contains(answer.status), "\(answer.text)")
        #expect(try scene.ask(HTTPText.get("/api/v1/evaluations")).json["evaluations"] == [])
    }

    @Test("what is not there is said not to be there")
    func missing() throws {
        let scene = try ControlScene()
        #expect(try scene.ask(HTTPText.get("/api/v1/evaluations/9")).status == 404)
        #expect(try scene.post("/api/v1/evaluations/9/resume", "{}").status == 404)
        #expect(try scene.post("/api/v1/evaluations/x/stop", "").status == 404)
    }
}
