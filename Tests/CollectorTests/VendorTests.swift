import Domain
import NIOCore
import Testing

@testable import Collector

/// What clients of other vendors ask for beside OTLP.
@Suite struct VendorTests {
    private static let trace = String(repeating: "ab", count: 16)
    private static let span = String(repeating: "cd", count: 8)

    private func post(_ path: String, _ json: String) -> [UInt8] {
        HTTPText.post(path, Array(json.utf8), type: "application/json")
    }

    @Test(
        "clients that only want to go on are told that all is well",
        arguments: [
            ("GET", "/api/public/health", #"{"status":"OK","version":"\#(Collector.version)"}"#),
            ("GET", "/v1/traceloop/prompts", #"{"prompts":[]}"#),
            ("GET", "/v1/traceloop/pii/tracing-allow-list", #"{"associationPropertyAllowList":[]}"#),
            ("POST", "/v1/traceloop/score", "{}"),
            ("POST", "/api/public/media", #"{"uploadUrl":null,"mediaId":""}"#),
            ("PATCH", "/api/public/media/abc", "{}"),
            ("POST", "/v2/traces/1/spans/2/images", #"{"url":"http://localhost/v2/traces/1/spans/2/images"}"#),
            ("PUT", "/v2/traces/1/spans/2/images", #"{"url":"http://localhost/v2/traces/1/spans/2/images"}"#),
        ])
    func politeness(_ method: String, _ path: String, _ answer: String) throws {
        let server = try TestServer { _, _ in Issue.record("something is stored") }
        defer { server.server.stop(patience: .zero) }
        let body = method == "GET" ? "" : "Content-Length: 3\r\n\r\n{ }"
        let request = "\(method) \(path) HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        let said = try #require(try server.ask(Array((request + (body.isEmpty ? "\r\n" : body)).utf8)))
        #expect(said.status == 200)
        #expect(said.text == answer)
    }

    @Test("the guards of OTLP hold here, too")
    func guards() throws {
        let server = try TestServer()
        defer { server.server.stop(patience: .zero) }
        #expect(try server.ask(HTTPText.post("/api/public/scores", host: "evil.example"))?.status == 403)
        let page = HTTPText.post("/api/public/scores", extra: "Origin: http://localhost\r\n")
        #expect(try server.ask(page)?.status == 403)
        #expect(try server.ask(HTTPText.get("/api/public/scores"))?.status == 405)
        #expect(try server.ask(HTTPText.post("/api/public/scores", length: "1048577"))?.status == 413)
        #expect(try server.ask(post("/api/public/scores", "[1"))?.status == 400)
        #expect(try server.ask(post("/api/public/ingestion", "[]"))?.status == 400)
    }

    @Test("judgements are stored as scores, those that cannot be are named")
    func scores() throws {
        let collector = try TestCollector()
        let ids = #""traceId":"\#(Self.trace)","observationId":"\#(Self.span)""#
        let one = #"{"id":"s1","name":"helpful","value":0.5,"comment":"c","timestamp":"2026-11-24T08:00:00Z",\#(ids)}"#
        let single = try collector.ask(post("/api/public/scores", one))
        #expect(single.status == 202)
        #expect(single.text == #"{"message":"Accepted","id":"s1"}"#)
        let many = #"[\#(one),{"name":"tone","value":"kind",\#(ids)},{"name":"x","value":1,"traceId":"t"},{"value":1}]"#
        let list = try collector.ask(post("/api/public/scores", many))
        #expect(list.status == 207)
        #expect(list.text.hasPrefix(#"{"accepted":2,"rejected":2,"errors":[{"message":"a score needs a traceId"#))
        let event = #"{"id":"e1","type":"score-create","body":{"name":"ok","value":true,"traceId":"\#(Self.trace)"}}"#
        let batch =
            #"{"batch":[\#(event),{"id":"e2","type":"trace-create","body":{}},{"id":"e3","type":"score-create"}]}"#
        let ingestion = try collector.ask(post("/api/public/ingestion", batch))
        #expect(ingestion.status == 207)
        #expect(ingestion.text.hasPrefix(#"{"successes":[{"id":"e1","status":201},{"id":"e2","status":201}"#))
        #expect(try (collector.metric("headframe_stored_items_total") ?? 0) >= 3)
    }

    @Test("a judgement says in OpenTelemetry's words what it said in Langfuse's")
    func record() throws {
        let body = #"{"name":"n","value":-1,"comment":"why","environment":"staging","traceId":"\#(Self.trace)"}"#
        let logs = try JSON(parsing: try #require(try LangfuseScores(scores: Array(body.utf8)).logs))
        let expected =
            #"{"resourceLogs":[{"resource":{"attributes":[{"key":"deployment.environment.name","value":{"stringValue":"staging"}}]},"#
            + #""scopeLogs":[{"logRecords":[{"eventName":"gen_ai.evaluation.result","traceId":"\#(Self.trace)","#
            + #""attributes":[{"key":"gen_ai.evaluation.name","value":{"stringValue":"n"}},"#
            + #"{"key":"gen_ai.evaluation.score.value","value":{"doubleValue":-1}},"#
            + #"{"key":"gen_ai.evaluation.explanation","value":{"stringValue":"why"}}]}]}]}]}"#
        #expect(logs == (try JSON(parsing: Array(expected.utf8))))
    }

    @Test("a store that cannot take judgements is said to be busy")
    func trouble() throws {
        let server = try TestServer { $1(.refused(.unavailable("no"))) }
        defer { server.server.stop(patience: .zero) }
        let score = #"{"name":"n","value":1,"traceId":"\#(Self.trace)"}"#
        #expect(try server.ask(post("/api/public/scores", score))?.status == 503)
    }
}
