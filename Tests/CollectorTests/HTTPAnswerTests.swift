import Domain
import NIOCore
import Testing

@testable import Collector

/// The table of answers, request by request, over real sockets.
@Suite struct HTTPAnswerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var request: [UInt8]
        var status: Int
        var closes: Bool
        var halfClose = false

        var testDescription: String { name }

        init(_ name: String, _ request: [UInt8], _ status: Int, closes: Bool = true, halfClose: Bool = false) {
            (self.name, self.request, self.status, self.closes, self.halfClose) = (
                name, request, status, closes, halfClose
            )
        }
    }

    static let good = HTTPText.post("/v1/traces", [1, 2, 3])
    static func field(_ text: String) -> [UInt8] { HTTPText.post("/v1/traces", [1, 2, 3], extra: text + "\r\n") }

    static let served: [Case] = [
        Case("whole", good, 200, closes: false),
        Case("empty", HTTPText.post(), 200, closes: false),
        Case("logs", HTTPText.post("/v1/logs"), 200, closes: false),
        Case("metrics", HTTPText.post("/v1/metrics"), 200, closes: false),
        Case("Langfuse's path", HTTPText.post("/api/public/otel/v1/traces"), 200, closes: false),
        Case("Braintrust's path", HTTPText.post("/otel/v1/traces"), 200, closes: false),
        Case("query is ignored", HTTPText.post("/v1/traces?x=1&y=%ff"), 200, closes: false),
        Case("absolute target", HTTPText.post("http://127.0.0.1:4318/v1/traces"), 200, closes: false),
        Case("chunked", HTTPText.chunked("3\r\nabc\r\n0\r\n\r\n"), 200, closes: false),
        Case("extension and trailer", HTTPText.chunked("3;a=b\r\nabc\r\n0\r\nX-T: 1\r\n\r\n"), 200, closes: false),
        Case("content type in capitals", HTTPText.post(type: "Application/X-Protobuf"), 200, closes: false),
        Case("charset utf-8", HTTPText.post(type: "application/json; charset=utf-8"), 200, closes: false),
        Case("identity", field("Content-Encoding: identity"), 200, closes: false),
        Case("gzip in capitals", field("Content-Encoding: GZIP"), 200, closes: false),
        Case("expects continue", field("Expect: 100-continue"), 200, closes: false),
        Case("HTTP/1.0 closes", HTTPText.post(version: "HTTP/1.0"), 200),
        Case("HTTP/1.0 without Host", HTTPText.post(host: nil, version: "HTTP/1.0"), 200),
        Case("Connection: close", field("Connection: close"), 200),
        Case("upgrade is not made", field("Connection: Upgrade\r\nUpgrade: h2c"), 200),
        Case("half closed after the request", good, 200, halfClose: true),
        Case("bytes after Connection: close", field("Connection: close") + [9, 9, 9], 200),
        Case("configured host", HTTPText.post(host: "collector.example:4318"), 200, closes: false),
        Case("IPv6 host", HTTPText.post(host: "[::1]:4318"), 200, closes: false),
        Case("headers of 63 KiB", field("X-A: " + String(repeating: "a", count: 63 << 10)), 200, closes: false),
        Case(
            "trailers of 15 KiB", HTTPText.chunked("0\r\n" + String(repeating: "a:\r\n", count: 7_000) + "\r\n"), 200,
            closes: false),
        Case("alive", HTTPText.get("/healthz"), 200, closes: false),
        Case("ready", HTTPText.get("/readyz"), 200, closes: false),
        Case("numbers", HTTPText.get("/metrics"), 200, closes: false),
    ]

    static let refused: [Case] = [
        Case("unknown path", HTTPText.post("/v1/trace"), 404, closes: false),
        Case("below an unknown path", HTTPText.post("/x/v1/traces"), 404, closes: false),
        Case("twice", HTTPText.post("/v1/traces/v1/traces"), 404, closes: false),
        Case("asterisk", HTTPText.post("*"), 404, closes: false),
        Case("percent-encoded path", HTTPText.post("/v1/%74races"), 404, closes: false),
        Case("GET of telemetry", HTTPText.get("/v1/traces"), 405, closes: false),
        Case("OPTIONS", HTTPText.get("/v1/traces", method: "OPTIONS"), 405, closes: false),
        Case("POST of health", HTTPText.post("/healthz"), 405, closes: false),
        Case("unknown method", HTTPText.get("/v1/traces", method: "BREW"), 405),
        Case("CONNECT", HTTPText.get("example.com:443", method: "CONNECT"), 405),
        Case("no content type", HTTPText.post(type: nil), 415, closes: false),
        Case("text", HTTPText.post(type: "text/plain"), 415, closes: false),
        Case("grpc", HTTPText.post(type: "application/grpc"), 415, closes: false),
        Case("utf-16", HTTPText.post(type: "application/json; charset=utf-16"), 415, closes: false),
        Case("brotli", field("Content-Encoding: br"), 415),
        Case("gzip twice", field("Content-Encoding: gzip, gzip"), 415),
        Case("other expectation", field("Expect: tea"), 417),
        Case("length over the limit", HTTPText.post(length: "67108865"), 413),
        Case("length of 10^18", HTTPText.post(length: "1000000000000000000"), 413),
        Case("continue over the limit", HTTPText.post(extra: "Expect: 100-continue\r\n", length: "67108865"), 413),
        Case("foreign host", HTTPText.post(host: "evil.example"), 403, closes: false),
        Case("foreign authority", HTTPText.post("http://evil.example/v1/traces"), 403, closes: false),
        Case("host that begins like loopback", HTTPText.post(host: "127.0.0.1.evil.example"), 403, closes: false),
        Case("host with half a bracket", HTTPText.post(host: "[::1:4318"), 403, closes: false),
        Case("host with a sign", HTTPText.post(host: "+127.0.0.1"), 403, closes: false),
        Case("port in other digits", HTTPText.post(host: "localhost:\u{0664}\u{0663}"), 403, closes: false),
        Case("web page", field("Origin: https://example.com"), 403),
        Case("no Host", HTTPText.post(host: nil), 400),
        Case("two Hosts", field("Host: localhost"), 400),
        Case("NUL in value", field("X-A: a\0b"), 400),
        Case("carriage return in value", field("X-A: a\rb"), 400),
        Case("folded header", field("X-A: a\r\n b"), 400),
        Case("space before colon", field("X-A : b"), 400),
        Case("no colon", field("nonsense"), 400),
        Case("empty name", field(": x"), 400),
        Case("length negative", HTTPText.post(length: "-1"), 400),
        Case("length with sign", HTTPText.post(length: "+5"), 400),
        Case("length in hexadecimal", HTTPText.post(length: "0x10"), 400),
        Case("length empty", HTTPText.post(length: ""), 400),
        Case("length beyond 64 bits", HTTPText.post(length: "99999999999999999999999"), 400),
        Case("two lengths", field("Content-Length: 3"), 400),
        Case("length and chunked", field("Transfer-Encoding: chunked"), 400),
        Case("chunked in HTTP/1.0", Array("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n".utf8), 400),
        Case("transfer encoding gzip", HTTPText.chunked("", extra: "Transfer-Encoding: gzip\r\n"), 501),
        Case("chunked, identity", HTTPText.chunked("", extra: "Transfer-Encoding: chunked, identity\r\n"), 501),
        Case("xchunked", HTTPText.chunked("", extra: "Transfer-Encoding: xchunked\r\n"), 501),
        Case("chunk size not hexadecimal", HTTPText.chunked("zz\r\nab\r\n0\r\n\r\n"), 400),
        Case("chunk size negative", HTTPText.chunked("-1\r\nab\r\n0\r\n\r\n"), 400),
        Case("chunk size beyond 64 bits", HTTPText.chunked("fffffffffffffffff\r\nab"), 400),
        Case("chunk without end", HTTPText.chunked("2\r\nabXX0\r\n\r\n"), 400),
        Case("chunk over the limit", HTTPText.chunked("fffffff\r\n" + String(repeating: "a", count: 70 << 20)), 413),
        Case("chunk extension of 1 MiB", HTTPText.chunked("1;" + String(repeating: "a", count: 1 << 20)), 431),
        Case("line of 64 KiB", HTTPText.post("/v1/traces?" + String(repeating: "a", count: 65_536)), 414),
        Case("headers of 65 KiB", field("X-A: " + String(repeating: "a", count: 65 << 10)), 431),
        Case("headers of 71 KiB", field("X-A: " + String(repeating: "a", count: 71 << 10)), 431),
        Case("header of 128 KiB", field("X-A: " + String(repeating: "a", count: 131_072)), 431),
        Case("5000 headers", field((0..<5_000).map { "X-\($0): 1" }.joined(separator: "\r\n")), 431),
        Case("HTTP/2.0", HTTPText.post(version: "HTTP/2.0"), 505),
        Case("HTTP/9.9", HTTPText.post(version: "HTTP/9.9"), 505),
        Case("preface of HTTP/2", Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8), 505),
        Case("HTTP/0.9", Array("GET /\r\n".utf8), 400),
        Case("no version", Array("POST /v1/traces\r\nHost: localhost\r\n\r\n".utf8), 400),
        Case("lines end in LF", Array("GET /healthz HTTP/1.1\nHost: localhost\n\n".utf8), 400),
        Case("only line ends", Array(String(repeating: "\r\n", count: 2_000).utf8), 400),
        Case("TLS", [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03], 400),
        Case("escape in method", Array("\u{1B}[31m / HTTP/1.1\r\n\r\n".utf8), 400),
        Case("body cut short", HTTPText.post(length: "50"), 400, halfClose: true),
        Case("head cut short", Array("POST /v1/tra".utf8), 400, halfClose: true),
    ]

    @Test("is served", arguments: served)
    func serves(_ item: Case) throws { try check(item) }

    @Test("is refused", arguments: refused)
    func refuses(_ item: Case) throws {
        let answer = try #require(try check(item))
        let isProtobuf = answer.headers["content-type"] == HTTPText.protobuf
        #expect(isProtobuf || answer.headers["content-type"] == "application/json")
        // google.rpc.Status: field 1 is the code, field 2 the message
        #expect(isProtobuf ? answer.body.first == 0x08 : answer.text.hasPrefix(#"{"code":"#))
        #expect(answer.body.count < 250)
        if item.status == 405 { #expect(answer.headers["allow"] != nil) }
    }

    @discardableResult
    private func check(_ item: Case) throws -> RawClient.Answer? {
        let server = try TestServer()
        defer { server.server.stop(patience: .zero) }
        let client = try server.client()
        client.send(item.request)
        if item.halfClose { client.endSending() }
        let answer = try #require(try client.answer())
        #expect(answer.status == item.status)
        #expect((answer.headers["connection"] == "close") == item.closes)
        if item.closes {
            #expect(try client.ends())
        } else {
            client.send(HTTPText.get("/healthz"))
            #expect(try client.answer()?.status == 200)
        }
        return answer
    }

    @Test("errors are said in the type of the request")
    func errorTypes() throws {
        let server = try TestServer(trouble: .unavailable("no"))
        defer { server.server.stop(patience: .zero) }
        let protobuf = try #require(try server.ask(HTTPText.post()))
        #expect(protobuf.status == 503)
        #expect(protobuf.headers["content-type"] == HTTPText.protobuf)
        #expect(protobuf.body == [8, 14, 18, 2] + Array("no".utf8))
        let json = try #require(try server.ask(HTTPText.post(type: "application/json")))
        #expect(json.text == #"{"code":14,"message":"no"}"#)
        let seconds = try #require(json.headers["retry-after"].flatMap { Int($0) })
        #expect((1...30).contains(seconds))
    }

    @Test(
        "errors within a body are said in the type of the request, too",
        arguments: [
            (HTTPText.chunked("zz\r\n"), 400), (HTTPText.chunked("1\r\na\r\n0\r\nno colon\r\n\r\n"), 400),
            (HTTPText.post(length: "50"), 400),
        ])
    func errorTypesInBody(_ request: [UInt8], _ status: Int) throws {
        let server = try TestServer()
        defer { server.server.stop(patience: .zero) }
        let answer = try #require(try server.ask(request, halfClose: true))
        #expect(answer.status == status)
        #expect(answer.headers["content-type"] == HTTPText.protobuf)
        #expect(answer.body.prefix(2) == [8, 3])
    }

    @Test("a partial success names how many items and why")
    func partialSuccess() throws {
        let server = try TestServer { $1(.stored(rejected: .init(count: 2, reason: "r"), warning: nil)) }
        defer { server.server.stop(patience: .zero) }
        let json = try #require(try server.ask(HTTPText.post(type: "application/json")))
        let expected = #"{"partialSuccess":{"rejectedSpans":"2","errorMessage":"2 spans refused: r"}}"#
        #expect(json.text == expected)
        let protobuf = try #require(try server.ask(HTTPText.post("/v1/logs")))
        let message = Array("2 log records refused: r".utf8)
        #expect(protobuf.body == [10, UInt8(message.count + 4), 8, 2, 18, UInt8(message.count)] + message)
    }
}
