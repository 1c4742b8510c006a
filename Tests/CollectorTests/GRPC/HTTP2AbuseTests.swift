import NIOCore
import Testing
import Wire

@testable import Collector

/// Clients that keep to the letter of HTTP/2 or break it to cost us much: each loses its connection, and others are served.
@Suite struct HTTP2AbuseTests {
    /// Why a connection was given up (RFC 9113, 7).
    enum Code: UInt32 {
        case none = 0
        case protocolError = 1
        case flowControl = 3
        case frameSize = 6
        case compression = 9
        case calm = 11
    }

    struct Attack: CustomTestStringConvertible, Sendable {
        var name: String
        var codes: [Code]
        var body: @Sendable (HTTP2Client) -> Void

        var testDescription: String { name }

        init(_ name: String, _ codes: Code..., body: @escaping @Sendable (HTTP2Client) -> Void) {
            (self.name, self.codes, self.body) = (name, codes, body)
        }

        /// Sends one frame again and again until the other side takes no more.
        static func flood(
            _ name: String, _ codes: Code..., times: Int = 20_000, frame: [UInt8]
        ) -> Attack {
            var attack = Attack(
                name,
                body: { client in
                    let many = [[UInt8]](repeating: frame, count: 100).flatMap(\.self)
                    for _ in 0..<(times / 100) where !client.connection.send(many) { return }
                })
            attack.codes = codes
            return attack
        }
    }

    private static let head = HTTP2Client.block(HTTP2Client.head())
    private static let empty = [UInt8](repeating: 0, count: 8)

    static let attacks: [Attack] = [
        Attack("rapid reset", .calm) { client in
            for number in 0..<UInt32(10_000) {
                let stream = 2 * number + 1
                let call = HTTP2Client.frame(.headers, flags: HTTP2Client.endHeaders, stream: stream, payload: head)
                let reset = HTTP2Client.frame(.reset, stream: stream, payload: [0, 0, 0, 8])
                guard client.connection.send(call + reset) else { return }
            }
        },
        Attack("resets provoked on our side", .calm, .protocolError) { client in
            // A WINDOW_UPDATE of zero is an error of the stream, which the receiver has to reset.
            for number in 0..<UInt32(10_000) {
                let stream = 2 * number + 1
                let call = HTTP2Client.frame(.headers, flags: HTTP2Client.endHeaders, stream: stream, payload: head)
                let update = HTTP2Client.frame(.windowUpdate, stream: stream, payload: [0, 0, 0, 0])
                guard client.connection.send(call + update) else { return }
            }
        },
        Attack("headers without end", .calm, .protocolError) { client in
            client.send(.headers, stream: 1, payload: head)
            let part = HTTP2Client.block([("x", String(repeating: "a", count: 8_000))])
            for _ in 0..<1_000 where !client.send(.continuation, stream: 1, payload: part) { return }
        },
        Attack("continuation frames without bytes", .calm, .protocolError) { client in
            client.send(.headers, stream: 1, payload: head)
            for _ in 0..<10_000 where !client.send(.continuation, stream: 1) { return }
        },
        Attack("headers of 1 MiB out of a few bytes", .protocolError, .compression, .calm) { client in
            // One header of 4 000 bytes goes into the table, and is named 250 times by one byte.
            let first: [UInt8] =
                [0x40, 1, 0x78, 127] + OTLPBody.varint(4_000 - 127) + [UInt8](repeating: 0x61, count: 4_000)
            let block = head + first + [UInt8](repeating: 0xBE, count: 250)
            client.send(.headers, flags: HTTP2Client.endHeaders, stream: 1, payload: block)
        },
        Attack("a header table of any size", .compression, .protocolError) { client in
            client.send(
                .headers, flags: HTTP2Client.endHeaders, stream: 1, payload: [0x3F] + OTLPBody.varint(1 << 30) + head)
        },
        Attack("a number of the header code without end", .compression, .protocolError) { client in
            let block = [0x7F] + [UInt8](repeating: 0xFF, count: 64)
            client.send(.headers, flags: HTTP2Client.endHeaders, stream: 1, payload: block)
        },
        .flood("pings", .calm, frame: HTTP2Client.frame(.ping, payload: empty)),
        .flood("settings", .calm, frame: HTTP2Client.frame(.settings)),
        .flood("changing settings", .calm, frame: HTTP2Client.frame(.settings, payload: [0, 4, 0, 0, 0, 9])),
        .flood("priorities", .calm, frame: HTTP2Client.frame(.priority, stream: 1, payload: [0, 0, 0, 3, 1])),
        .flood("window updates", .calm, .flowControl, frame: HTTP2Client.frame(.windowUpdate, payload: [0, 0, 0, 1])),
        Attack("data frames without data", .calm) { client in
            client.send(.headers, flags: HTTP2Client.endHeaders, stream: 1, payload: head)
            for _ in 0..<10_000 where !client.send(.data, stream: 1) { return }
        },
        Attack("data frames of padding only", .calm) { client in
            client.send(.headers, flags: HTTP2Client.endHeaders, stream: 1, payload: head)
            let padding = [255] + [UInt8](repeating: 0, count: 255)
            for _ in 0..<10_000 where !client.send(.data, flags: 8, stream: 1, payload: padding) { return }
        },
        Attack("more padding than frame", .protocolError) { client in
            client.send(.headers, flags: HTTP2Client.endHeaders | 8, stream: 1, payload: [255] + head)
        },
        Attack("more calls than allowed", .protocolError) { client in
            for number in 0..<UInt32(200) {
                let stream = 2 * number + 1
                guard client.send(.headers, flags: HTTP2Client.endHeaders, stream: stream, payload: head) else {
                    return
                }
            }
        },
        Attack("a frame larger than allowed", .frameSize) { client in
            client.connection.send([0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0, 1])
        },
        Attack("data on no stream", .protocolError) { $0.send(.data, payload: [1]) },
        Attack("a stream that only the server may begin", .protocolError) { client in
            client.send(.headers, flags: HTTP2Client.endHeaders, stream: 2, payload: head)
        },
        Attack("a stream older than the last", .protocolError) { client in
            for stream: UInt32 in [5, 3] {
                client.send(.headers, flags: HTTP2Client.endHeaders, stream: stream, payload: head)
            }
        },
        Attack("a promise of a client", .protocolError) { client in
            client.send(.pushPromise, flags: HTTP2Client.endHeaders, stream: 1, payload: [0, 0, 0, 2] + head)
        },
        Attack("a window beyond its limit", .flowControl) { client in
            for _ in 0..<2 { client.send(.windowUpdate, payload: [0x7F, 0xFF, 0xFF, 0xFF]) }
        },
    ]

    @Test("ends the connection and disturbs nobody", arguments: attacks)
    func attack(_ attack: Attack) throws {
        let server = try TestGRPCServer()
        let (good, bad) = (try server.client(), try server.client())
        #expect(try good.call().status == 0)
        attack.body(bad)
        #expect(try good.call().status == 0)
        let code = try bad.goAway()
        #expect(attack.codes.map(\.rawValue).contains(try #require(code)))
        #expect(try good.call().status == 0)
        #expect(server.budget.used == 0)
    }

    @Test("what is not HTTP/2 from its first byte on ends at once")
    func notHTTP2() throws {
        let server = try TestGRPCServer()
        let client = try server.plainClient()
        client.send(HTTPText.get("/"))
        client.endSending()
        // Settings and GOAWAY, then the end.
        var bytes = 0
        while let _ = try client.bytes(1) { bytes += 1 }
        #expect(bytes < 200)
    }

    @Test("a client that gives no room for answers loses its connection")
    func zeroWindow() throws {
        var limits = HTTPLimits()
        limits.answerTime = .milliseconds(200)
        let server = try TestGRPCServer(httpLimits: limits)
        let client = try server.client(settings: [(4, 0)])
        let streams = (0..<50).map { _ in client.begin(HTTP2Client.head()) }
        for stream in streams { client.data(HTTP2Client.message([]), on: stream) }
        #expect(try server.client().call().status == 0)
        #expect(try client.goAway() == Code.calm.rawValue)
    }

    @Test("a client that reads nothing at all loses its connection, too")
    func deaf() throws {
        var limits = HTTPLimits()
        limits.answerTime = .milliseconds(200)
        limits.lingerTime = .milliseconds(100)
        let server = try TestGRPCServer(httpLimits: limits) { $1(.stored(rejected: nil, warning: "w")) }
        let client = try server.client(settings: [(4, 1)])
        for _ in 0..<50 { client.data(HTTP2Client.message([]), on: client.begin(HTTP2Client.head())) }
        try waitUntil { server.metrics.connections.value == 0 }
    }
}
