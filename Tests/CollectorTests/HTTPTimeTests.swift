import Glibc
import NIOCore
import Synchronization
import Testing
import Wire

@testable import Collector

/// Slow, greedy and silent clients, with deadlines short enough for a test.
@Suite struct HTTPTimeTests {
    private static var short: HTTPLimits {
        var limits = HTTPLimits()
        limits.headTime = .milliseconds(150)
        limits.bodyTime = .milliseconds(400)
        limits.bodyGrace = .milliseconds(150)
        limits.answerTime = .milliseconds(200)
        limits.lingerTime = .milliseconds(100)
        return limits
    }

    private static var impatient: HTTPLimits {
        var limits = short
        limits.idleTime = .milliseconds(150)
        return limits
    }

    /// Sends `piece` again and again until the server takes no more; at most `times` times, some milliseconds apart.
    private func drip(_ piece: String, on client: RawClient, times: Int = 400) {
        for _ in 0..<times {
            guard client.send(piece) else { return }
            poll(nil, 0, 5)
        }
    }

    @Test("a client that says nothing is left")
    func silence() throws {
        let server = try TestServer(limits: Self.impatient)
        defer { server.server.stop(patience: .zero) }
        #expect(try server.client().ends())
    }

    @Test("a connection that was used is left when it falls silent")
    func silenceAfterwards() throws {
        var limits = HTTPLimits()
        limits.idleTime = .seconds(1)
        let server = try TestServer(limits: limits)
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send(HTTPText.get("/healthz"))
        #expect(try client.answer()?.status == 200)
        #expect(try client.ends())
    }

    @Test("headers that drip are cut off at an absolute time")
    func slowHead() throws {
        let server = try TestServer(limits: Self.short)
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send("POST /v1/traces HTTP/1.1\r\nHost: localhost\r\n")
        drip("X-A: b\r\n", on: client, times: 90)
        #expect(try client.answer()?.status == 408)
        #expect(try client.ends())
    }

    @Test(
        "a body slower than the rate is cut off after the grace",
        arguments: [
            HTTPText.post(length: "1000000"), HTTPText.chunked(""),
        ])
    func slowBody(_ head: [UInt8]) throws {
        let server = try TestServer(limits: Self.short)
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send(head)
        let answer = try #require(try client.answer())
        #expect(answer.status == 408)
        #expect(answer.headers["content-type"] == HTTPText.protobuf)
        #expect(try client.ends())
    }

    @Test("a body fast enough is cut off at the end of its time all the same")
    func endlessBody() throws {
        let server = try TestServer(limits: Self.short)
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send(HTTPText.post(length: "60000000"))
        drip(String(repeating: "x", count: 4_096), on: client)
        #expect(try client.answer()?.status == 408)
    }

    @Test("a client that does not read its answers is left")
    func unread() throws {
        let server = try TestServer(limits: Self.short, metricsText: String(repeating: "# nothing\n", count: 1 << 20))
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send(HTTPText.get("/metrics"))
        try waitUntil { server.metrics.connections.value == 0 }
    }

    @Test("a store that does not answer in time is said to be busy, and its late answer does no harm")
    func busyStore() throws {
        let late = Mutex<[@Sendable (ExportResult) -> Void]>([])
        var limits = HTTPLimits()
        limits.storeTime = .milliseconds(100)
        let server = try TestServer(limits: limits) { _, reply in late.withLock { $0.append(reply) } }
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send(HTTPText.post())
        let answer = try #require(try client.answer())
        #expect(answer.status == 503)
        #expect(answer.headers["retry-after"] != nil)
        late.withLock { $0.first }?(.stored(rejected: nil, warning: nil))
        client.send(HTTPText.get("/healthz"))
        #expect(try client.answer()?.text == "ok\n")
    }

    @Test("as many requests as fit into a packet are answered in order")
    func pipelining() throws {
        let server = try TestServer { request, reply in
            reply(.refused(.invalid(String(decoding: request.body.takeAll(), as: UTF8.self))))
        }
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send((0..<500).flatMap { HTTPText.post("/v1/traces", Array("\($0)".utf8), type: "application/json") })
        for number in 0..<500 {
            #expect(try client.answer()?.text == #"{"code":3,"message":"\#(number)"}"#)
        }
    }

    @Test("thousands of the smallest requests in one piece do not nest")
    func pipelinedQuestions() throws {
        let server = try TestServer()
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        let count = 4_000
        client.send([UInt8]((0..<count).map { _ in HTTPText.get("/healthz") }.joined()))
        for _ in 0..<count { #expect(try client.answer()?.status == 200) }
    }

    @Test("a full budget refuses a body and recovers")
    func budget() throws {
        let server = try TestServer(budget: 64 << 10)
        defer { server.server.stop(patience: .zero) }
        let answer = try #require(try server.ask(HTTPText.post("/v1/traces", [UInt8](repeating: 0, count: 128 << 10))))
        #expect(answer.status == 503)
        #expect(answer.headers["retry-after"] != nil)
        try waitUntil { server.budget.used == 0 }
        #expect(try server.ask(HTTPText.post())?.status == 200)
    }

    @Test("what is wrong is said instead of 100 Continue")
    func noContinue() throws {
        let server = try TestServer()
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send(HTTPText.post(extra: "Expect: 100-continue\r\n", length: "99999999"))
        #expect(try client.answer()?.status == 413)
        #expect(client.informational == 0)
    }

    @Test("100 Continue comes before the body is sent")
    func sendsContinue() throws {
        let server = try TestServer()
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        let whole = HTTPText.post("/v1/traces", [1, 2, 3], extra: "Expect: 100-continue\r\n")
        client.send(Array(whole.dropLast(3)))
        try client.waitForContinue()
        client.send([1, 2, 3])
        #expect(try client.answer()?.status == 200)
    }

    @Test("the answer to a body that is too large arrives although the body is still being sent")
    func answerDuringBody() throws {
        let server = try TestServer()
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send(HTTPText.post(length: "200000000"))
        drip(String(repeating: "x", count: 256 << 10), on: client, times: 40)
        #expect(try client.answer()?.status == 413)
        #expect(try client.ends())
    }

    @Test("too many connections are refused with an answer, and taken again later")
    func crowd() throws {
        var limits = HTTPLimits()
        limits.connections = 2
        let server = try TestServer(limits: limits)
        defer { server.server.stop(patience: .zero) }
        var clients = [try server.client(), try server.client()]
        for client in clients {
            client.send(HTTPText.get("/healthz"))
            #expect(try client.answer()?.status == 200)
        }
        let third = try server.client()
        let answer = try #require(try third.answer())
        #expect(answer.status == 503)
        #expect(answer.headers["retry-after"] != nil)
        clients.removeAll()
        try waitUntil { server.metrics.connections.value == 0 }
        #expect(try server.ask(HTTPText.get("/healthz"))?.status == 200)
    }

    @Test("of a crowd only a few are answered, the others are closed at once")
    func crowdWithoutEnd() throws {
        var limits = HTTPLimits()
        limits.connections = 1
        let server = try TestServer(limits: limits)
        defer { server.server.stop(patience: .zero) }
        let first = try server.client()
        try waitUntil { server.metrics.connections.value == 1 }
        let crowd = try (0..<100).map { _ in try server.client() }
        try waitUntil { server.metrics.refusedConnections.value == 100 }
        // Those that are answered linger until the client ends, too, or a second has passed.
        let answers = crowd.map { try? $0.answer() }.compactMap { $0 }
        #expect((1...60).contains(answers.count))
        #expect(answers.allSatisfy { $0.status == 503 && $0.headers["retry-after"] != nil })
        #expect(Set(answers.compactMap { $0.headers["retry-after"] }).count > 1)
        first.send(HTTPText.get("/healthz"))
        #expect(try first.answer()?.status == 200)
    }

    @Test("stopping answers what was handed over and ends what is idle")
    func stopping() throws {
        let replies = Mutex<[@Sendable (ExportResult) -> Void]>([])
        let server = try TestServer { _, reply in replies.withLock { $0.append(reply) } }
        let (busy, idle) = (try server.client(), try server.client())
        idle.send(HTTPText.get("/healthz"))
        #expect(try idle.answer()?.status == 200)
        busy.send(HTTPText.post())
        try waitUntil { replies.withLock { !$0.isEmpty } }
        let stopper = TestThread { server.server.stop(patience: .seconds(5)) }
        #expect(try idle.ends())
        replies.withLock { $0.first }?(.stored(rejected: nil, warning: nil))
        #expect(try busy.answer()?.status == 200)
        #expect(try busy.ends())
        stopper.join()
        #expect(throws: RawClient.Failure.self) { try server.client() }
    }
}
