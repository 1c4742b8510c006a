import Glibc
import TestSupport
import Testing

@testable import Outbound

/// What a server can do to those who ask it. None may cost more time or memory than the policy says.
@Suite(.timeLimit(.minutes(1))) struct BadServerTests {
    private func ask(
        _ change: (inout OutboundPolicy) -> Void = { _ in }, _ serve: @escaping @Sendable (Connection) -> Void
    ) throws -> HTTPResponse {
        var policy = OutboundPolicy.webhook.allowingLoopback
        change(&policy)
        let server = try LocalServer(serve)
        defer { server.stop() }
        return try OutboundClient(policy: policy).send(HTTPRequest(.get, server.url))
    }

    @Test func refuses() throws {
        let server = try LocalServer { _ in }
        server.stop()
        let error = #expect(throws: OutboundError.self) {
            try OutboundClient(policy: OutboundPolicy.webhook.allowingLoopback).send(HTTPRequest(.get, server.url))
        }
        guard case .cannotConnect = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func hangs() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let error = #expect(throws: OutboundError.self) {
            try ask({ $0.timeout = .milliseconds(200) }) { $0.waitForEnd() }
        }
        #expect(clock.now - start < .seconds(5))
        guard case .timedOut = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func aRequestCanAskForLessTimeThanThePolicyButNotForMore() throws {
        let server = try LocalServer { $0.waitForEnd() }
        defer { server.stop() }
        let clock = ContinuousClock()
        for (policyTime, requestTime) in [
            (Duration.seconds(60), Duration.milliseconds(100)), (.milliseconds(100), .seconds(60)),
        ] {
            let start = clock.now
            let client = OutboundClient(policy: OutboundPolicy(timeout: policyTime, answerLimit: 100).allowingLoopback)
            #expect(throws: OutboundError.self) { try client.send(HTTPRequest(.get, server.url, timeout: requestTime)) }
            #expect(clock.now - start < .seconds(10))
        }
    }

    @Test func sendsOneByteASecond() throws {
        let error = #expect(throws: OutboundError.self) {
            try ask({ $0.slowest = .init(bytesPerSecond: 100, over: .seconds(1)) }) { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
                while connection.write("x") { poll(nil, 0, 1000) }
            }
        }
        guard case .timedOut = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func silenceCountsAsSlow() throws {
        let clock = ContinuousClock()
        let start = clock.now
        let error = #expect(throws: OutboundError.self) {
            try ask({ $0.slowest = .init(bytesPerSecond: 100, over: .seconds(1)) }) { $0.waitForEnd() }
        }
        #expect(clock.now - start < .seconds(9))
        guard case .timedOut = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: ["301 Moved", "302 Found", "307 Temporary Redirect", "308 Permanent Redirect"])
    func redirectsAreNotFollowed(status: String) throws {
        let response = try ask { connection in
            while connection.readRequest() != nil {
                connection.answer("", status: status, headers: ["Location: /again"])
            }
        }
        #expect(response.status == Int(status.prefix(3)))
    }

    @Test func announcesTooMuch() {
        #expect(throws: OutboundError.answerTooLarge(limit: 1000)) {
            try ask({ $0.answerLimit = 1000 }) { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n")
                connection.waitForEnd()
            }
        }
    }

    @Test func sendsTooMuchWithoutAnnouncingIt() {
        #expect(throws: OutboundError.answerTooLarge(limit: 1000)) {
            try ask({ $0.answerLimit = 1000 }) { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\n\r\n")
                while connection.write(String(repeating: "x", count: 4096)) {}
            }
        }
    }

    @Test func theLimitItselfIsAllowed() throws {
        let response = try ask({ $0.answerLimit = 1000 }) { connection in
            _ = connection.readRequest()
            connection.answer(String(repeating: "x", count: 1000))
        }
        #expect(response.body.count == 1000)
    }

    @Test func sendsAHeaderWithoutEnd() {
        #expect(throws: OutboundError.answerTooLarge(limit: 64 * 1024)) {
            try ask { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\n")
                while connection.write("X-Filler: \(String(repeating: "x", count: 1000))\r\n") {}
            }
        }
    }

    @Test func sendsAGzipBomb() {
        // 1 MiB of zeros squeezed into a kilobyte: stored here as the compressor wrote it, header, one long run, trailer.
        #expect(throws: OutboundError.answerTooLarge(limit: 64 * 1024)) {
            try ask { connection in
                _ = connection.readRequest()
                connection.write(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(gzipOfAMegabyteOfZeros.count)\r\n\r\n"
                )
                connection.write(gzipOfAMegabyteOfZeros)
            }
        }
    }

    @Test func isNotHTTP() throws {
        let error = #expect(throws: OutboundError.self) {
            try ask { connection in
                _ = connection.readRequest()
                connection.write("220 mail.example.com ESMTP\r\n")
            }
        }
        guard case .broken = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func breaksOff() throws {
        let error = #expect(throws: OutboundError.self) {
            try ask { connection in
                _ = connection.readRequest()
                connection.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
            }
        }
        guard case .broken = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func speaksClearTextWhereTLSIsExpected() throws {
        let server = try LocalServer { $0.answer("hello") }
        defer { server.stop() }
        let error = #expect(throws: OutboundError.self) {
            try OutboundClient(policy: OutboundPolicy.webhook.allowingLoopback).send(
                HTTPRequest(.get, "https://127.0.0.1:\(server.port)/"))
        }
        guard case .insecure = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }
}

/// The start of the compressed data, the long run of the code for "258 more zeros", and the end with checksum and size.
private let gzipOfAMegabyteOfZeros: [UInt8] =
    [31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 237, 193, 49, 1, 0, 0, 0, 194, 160, 245, 79, 109, 8, 95, 160]
    + [UInt8](repeating: 0, count: 1016) + [62, 3, 28, 234, 56, 167, 0, 0, 16, 0]
