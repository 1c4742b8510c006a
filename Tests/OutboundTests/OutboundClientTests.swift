import Glibc
import Synchronization
import TestSupport
import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(1))) struct OutboundClientTests {
    let client = OutboundClient(policy: OutboundPolicy.webhook.allowingLoopback)

    @Test func sendsMethodHeadersAndBodyAndReadsTheAnswer() throws {
        let received = Mutex<Connection.Request?>(nil)
        let server = try LocalServer { connection in
            let request = connection.readRequest()
            received.withLock { $0 = request }
            connection.answer("done", status: "202 Accepted", headers: ["Retry-After: 7", "X-Two:  padded \t"])
        }
        defer { server.stop() }
        let response = try client.send(
            HTTPRequest(
                .post, server.url + "v1/traces?x=1",
                headers: [HTTPHeader("Content-Type", "application/x-protobuf"), HTTPHeader("X-Empty", "")],
                body: Array("hello".utf8)))
        #expect(response.status == 202)
        #expect(response.isSuccess)
        #expect(response.body == Array("done".utf8))
        #expect(response[header: "x-two"] == "padded")
        #expect(response.retryAfter == .seconds(7))
        let request = try #require(received.withLock { $0 })
        #expect(request.body == Array("hello".utf8))
        let lines = request.head.split(separator: "\r\n")
        #expect(lines.first == "POST /v1/traces?x=1 HTTP/1.1")
        #expect(lines.contains("Content-Type: application/x-protobuf"))
        #expect(lines.contains("X-Empty:"))
        #expect(!lines.contains { $0.hasPrefix("Expect") })
    }

    @Test func everyStatusIsAnAnswer() throws {
        let server = try LocalServer { connection in
            while connection.readRequest() != nil { connection.answer("", status: "503 Service Unavailable") }
        }
        defer { server.stop() }
        let response = try client.send(HTTPRequest(.get, server.url))
        #expect(response.status == 503)
        #expect(!response.isSuccess)
    }

    @Test func interimAnswersAreNotTheAnswer() throws {
        let server = try LocalServer { connection in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n")
            connection.answer("final")
        }
        defer { server.stop() }
        let response = try client.send(HTTPRequest(.get, server.url))
        #expect(response.status == 200)
        #expect(response[header: "X-Interim"] == nil)
    }

    @Test func connectionsAreKeptAlive() throws {
        let server = try LocalServer { connection in
            while connection.readRequest() != nil { connection.answer("ok") }
        }
        defer { server.stop() }
        for _ in 0..<5 { _ = try client.send(HTTPRequest(.post, server.url, body: [1, 2, 3])) }
        #expect(server.connections == 1)
    }

    @Test func manyRequestsRunAtOnce() async throws {
        let waiting = Mutex(0)
        let server = try LocalServer { connection in
            _ = connection.readRequest()
            waiting.withLock { $0 += 1 }
            // Nobody is answered until all are here: passes only when the requests really overlap.
            while waiting.withLock({ $0 }) < 12 { sched_yield() }
            connection.answer("ok")
        }
        defer { server.stop() }
        let request = HTTPRequest(.get, server.url)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<12 { group.addTask { [client] in try await client.response(to: request).status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 12))
    }

    @Test func largeBodiesArriveWhole() throws {
        let size = Mutex(0)
        let server = try LocalServer { connection in
            let request = connection.readRequest()
            size.withLock { $0 = request?.body.count ?? 0 }
            connection.answer("ok")
        }
        defer { server.stop() }
        _ = try client.send(HTTPRequest(.post, server.url, body: Array(repeating: UInt8(ascii: "x"), count: 3 << 20)))
        #expect(size.withLock { $0 } == 3 << 20)
    }
}
