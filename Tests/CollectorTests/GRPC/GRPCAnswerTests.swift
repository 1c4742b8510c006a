import Domain
import Testing
import Wire

@testable import Collector

/// The table of statuses, call by call, over real sockets.
@Suite struct GRPCAnswerTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var head = HTTP2Client.head()
        var data = HTTP2Client.message([1, 2, 3])
        var status: Int

        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "traces", status: 0),
        Case(name: "logs", head: HTTP2Client.head(GRPCPath.logs), status: 0),
        Case(name: "metrics", head: HTTP2Client.head(GRPCPath.metrics), status: 0),
        Case(name: "empty", data: HTTP2Client.message([]), status: 0),
        Case(name: "proto", head: HTTP2Client.head(type: "application/grpc+proto"), status: 0),
        Case(name: "type with parameter", head: HTTP2Client.head(type: "application/grpc; a=b"), status: 0),
        Case(name: "identity", head: HTTP2Client.head(extra: [("grpc-encoding", "identity")]), status: 0),
        Case(
            name: "gzip", head: HTTP2Client.head(extra: [("grpc-encoding", "gzip")]),
            data: HTTP2Client.message(GzipBody.stored([1]), flag: 1), status: 0),
        Case(
            name: "gzip that is not used", head: HTTP2Client.head(extra: [("grpc-encoding", "gzip")]), status: 0),
        Case(name: "configured host", head: HTTP2Client.head(authority: "collector.example:4317"), status: 0),
        Case(name: "alive", head: HTTP2Client.head(GRPCPath.health), data: HTTP2Client.message([]), status: 0),
        Case(name: "timeout that does not pass", head: HTTP2Client.head(extra: [("grpc-timeout", "10S")]), status: 0),
        Case(name: "longest timeout", head: HTTP2Client.head(extra: [("grpc-timeout", "99999999H")]), status: 0),
        Case(name: "unknown service", head: HTTP2Client.head("/x.Y/Export"), status: 12),
        Case(name: "unknown method", head: HTTP2Client.head(GRPCPath.traces + "X"), status: 12),
        Case(name: "path of HTTP", head: HTTP2Client.head("/v1/traces"), status: 12),
        Case(name: "unknown encoding", head: HTTP2Client.head(extra: [("grpc-encoding", "snappy")]), status: 12),
        Case(name: "foreign host", head: HTTP2Client.head(authority: "evil.example"), status: 7),
        Case(name: "web page", head: HTTP2Client.head(extra: [("origin", "http://localhost")]), status: 7),
        Case(name: "too large", data: HTTP2Client.message([], length: (64 << 20) + 1), status: 8),
        Case(name: "largest length", data: [0, 255, 255, 255, 255], status: 8),
        Case(name: "no message", data: [], status: 3),
        Case(name: "prefix cut short", data: [0, 0, 0], status: 3),
        Case(name: "message cut short", data: HTTP2Client.message([1], length: 2), status: 3),
        Case(name: "two messages", data: HTTP2Client.message([1]) + HTTP2Client.message([1]), status: 3),
        Case(name: "unknown flag", data: HTTP2Client.message([1], flag: 2), status: 3),
        Case(name: "compressed without encoding", data: HTTP2Client.message([1], flag: 1), status: 13),
        Case(name: "malformed timeout", head: HTTP2Client.head(extra: [("grpc-timeout", "1")]), status: 3),
        Case(
            name: "timeout of nine digits", head: HTTP2Client.head(extra: [("grpc-timeout", "123456789S")]), status: 3),
        Case(
            name: "health of an unknown service", head: HTTP2Client.head(GRPCPath.health),
            data: HTTP2Client.message(OTLPBody.text(1, "x")), status: 5),
    ]

    @Test("is answered", arguments: cases)
    func answers(_ item: Case) throws {
        let server = try TestGRPCServer()
        let client = try server.client()
        let answer = try client.call(item.head, item.data)
        #expect(answer.headers[":status"] == "200")
        #expect(answer.headers["content-type"] == "application/grpc")
        #expect(answer.headers["grpc-accept-encoding"]?.contains("gzip") == true)
        #expect(answer.status == item.status)
        #expect((answer.text == nil) == (item.status == 0))
        // A call that is refused leaves the connection as it was.
        #expect(try client.call().status == 0)
    }

    @Test(
        "what is not gRPC is answered as HTTP, without a status of gRPC",
        arguments: [
            (HTTP2Client.head(type: "application/x-protobuf"), "415"), (HTTP2Client.head(type: nil), "415"),
            (HTTP2Client.head(type: "application/grpc+json"), "415"), (HTTP2Client.head(method: "GET"), "405"),
        ])
    func notGRPC(_ head: [(String, String)], _ status: String) throws {
        let answer = try TestGRPCServer().client().call(head)
        #expect(answer.headers[":status"] == status)
        #expect(answer.status == nil)
    }

    @Test("trouble says when to come again")
    func trouble() throws {
        let server = try TestGRPCServer(trouble: .unavailable("no"))
        let answer = try server.client().call()
        #expect(answer.status == 14)
        #expect(answer.text == "no")
        let details = try #require(answer.details)
        // google.rpc.Status { code: 14, message: "no", details: { type_url: "…RetryInfo", value: { retry_delay { seconds } } } }
        let name = "type.googleapis.com/google.rpc.RetryInfo"
        let beginning =
            [8, 14, 18, 2] + Array("no".utf8) + [26, UInt8(name.utf8.count + 8), 10, UInt8(name.utf8.count)]
        let bytes = beginning + Array(name.utf8) + [18, 4, 10, 2, 8]
        #expect((1...5).map { Base64.encode(bytes + [UInt8($0)]) }.contains(details))
        // It is not well, but it is alive and says so.
        #expect(try server.client().call(HTTP2Client.head(GRPCPath.health)).message == [8, 2])
    }

    @Test("what cannot be read is a violation, what is too large is not, what cannot be taken now may come again")
    func refusals() throws {
        let refusals: [(Refusal, Int, String)] = [
            (.invalid("i"), 3, "google.rpc.BadRequest"), (.tooLarge("l"), 8, ""),
            (.unavailable("u"), 14, "google.rpc.RetryInfo"), (.internalError(id: "x"), 13, ""),
        ]
        for (refusal, status, detail) in refusals {
            let server = try TestGRPCServer { $1(.refused(refusal)) }
            let answer = try server.client().call()
            #expect(answer.status == status)
            #expect(GRPCStatus(refusal).details.map(\.name).joined() == detail.split(separator: ".").last ?? "")
            #expect((answer.details == nil) == detail.isEmpty)
        }
    }

    @Test("a partial success names how many items and why")
    func partialSuccess() throws {
        let server = try TestGRPCServer { $1(.stored(rejected: .init(count: 2, reason: "r"), warning: nil)) }
        let answer = try server.client().call(HTTP2Client.head(GRPCPath.logs))
        let message = Array("2 log records refused: r".utf8)
        #expect(answer.status == 0)
        #expect(answer.data.prefix(5) == [0, 0, 0, 0, UInt8(message.count + 6)])
        #expect(answer.message == [10, UInt8(message.count + 4), 8, 2, 18, UInt8(message.count)] + message)
    }

    @Test("calls of one connection are answered in any order")
    func concurrentCalls() throws {
        let server = try TestGRPCServer { request, reply in
            reply(.refused(.invalid(String(decoding: request.body.takeAll(), as: UTF8.self))))
        }
        let client = try server.client()
        let streams = (0..<100).map { _ in client.begin(HTTP2Client.head()) }
        for (number, stream) in streams.enumerated() {
            client.data(HTTP2Client.message(Array("\(number)".utf8)), on: stream)
            #expect(try client.answer(on: stream).text == "\(number)")
        }
    }

    @Test("a message comes as it was sent, however it was cut")
    func pieces() throws {
        let content = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 3) }
        let server = try TestGRPCServer { request, reply in
            reply(
                request.body.takeAll() == content ? .stored(rejected: nil, warning: nil) : .refused(.invalid("other")))
        }
        let client = try server.client()
        let stream = client.begin(HTTP2Client.head())
        var generator = SplitMix(seed: 5)
        var rest = HTTP2Client.message(content)[...]
        while !rest.isEmpty {
            let part = rest.prefix(Int.random(in: 1...9_000, using: &generator))
            rest = rest.dropFirst(part.count)
            client.data(Array(part), on: stream, isLast: rest.isEmpty)
        }
        #expect(try client.answer(on: stream).status == 0)
        #expect(server.metrics.receivedBytes.value == 300_000)
        #expect(server.metrics.grpcAnswers.value(.ok) == 1)
    }

    @Test("a full budget refuses a message and recovers")
    func budget() throws {
        let server = try TestGRPCServer(budget: 64 << 10)
        let client = try server.client()
        #expect(
            try client.call(HTTP2Client.head(), HTTP2Client.message([UInt8](repeating: 0, count: 128 << 10))).status
                == 14)
        try waitUntil { server.budget.used == 0 }
        #expect(try client.call().status == 0)
    }
}

/// Random numbers from a seed.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
