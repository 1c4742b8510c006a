import NIOCore
import NIOHPACK

/// A client of HTTP/2 that sends exactly the frames it is told to, right or wrong, and reads what comes back.
final class HTTP2Client {
    /// A frame as it is on the wire.
    struct Frame {
        var type: Kind
        var flags: UInt8
        var stream: UInt32
        var payload: [UInt8]
    }

    enum Kind: UInt8 {
        case data, headers, priority, reset, settings, pushPromise, ping, goAway, windowUpdate, continuation
    }

    /// What a call was answered.
    struct Answer {
        var headers: [String: String] = [:]
        var trailers: [String: String] = [:]
        var data: [UInt8] = []

        /// The status of gRPC; nil when there is none.
        var status: Int? { (trailers["grpc-status"] ?? headers["grpc-status"]).flatMap { Int($0) } }
        var text: String? { trailers["grpc-message"] ?? headers["grpc-message"] }
        /// The message without its prefix.
        var message: [UInt8] { Array(data.dropFirst(5)) }
        /// What stands in `grpc-status-details-bin`.
        var details: String? { trailers["grpc-status-details-bin"] ?? headers["grpc-status-details-bin"] }
    }

    static let endStream: UInt8 = 1
    static let endHeaders: UInt8 = 4

    let connection: RawClient
    /// What must stay for as long as the client does.
    var owner: AnyObject?
    private var decoder = HPACKDecoder(allocator: ByteBufferAllocator())
    private var nextStream: UInt32 = 1
    /// The code with which the other side gave the connection up, or told us to leave (0).
    private var givenUp: UInt32?

    /// Connects and says what every client says first.
    ///
    /// - Parameter settings: pairs of parameter and value.
    init(port: Int, settings: [(UInt16, UInt32)] = []) throws {
        connection = try RawClient(port: port)
        connection.send("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")
        let payload = settings.flatMap { HTTP2Client.bytes($0.0) + HTTP2Client.bytes($0.1) }
        send(.settings, payload: payload)
    }

    @discardableResult
    func send(_ type: Kind, flags: UInt8 = 0, stream: UInt32 = 0, payload: [UInt8] = []) -> Bool {
        connection.send(HTTP2Client.frame(type, flags: flags, stream: stream, payload: payload))
    }

    static func frame(_ type: Kind, flags: UInt8 = 0, stream: UInt32 = 0, payload: [UInt8] = []) -> [UInt8] {
        bytes(UInt32(payload.count)).dropFirst() + [type.rawValue, flags] + bytes(stream) + payload
    }

    /// A header block without compression.
    static func block(_ fields: [(String, String)]) -> [UInt8] {
        fields.flatMap { [0] + string($0.0) + string($0.1) }
    }

    private static func string(_ text: String) -> [UInt8] {
        let utf8 = Array(text.utf8)
        guard utf8.count >= 127 else { return [UInt8(utf8.count)] + utf8 }
        return [127] + OTLPBody.varint(UInt64(utf8.count - 127)) + utf8
    }

    static func bytes<Integer: FixedWidthInteger>(_ value: Integer) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }

    /// The headers of a call.
    static func head(
        _ path: String = GRPCPath.traces, method: String = "POST", authority: String = "localhost",
        type: String? = "application/grpc", extra: [(String, String)] = []
    ) -> [(String, String)] {
        [(":method", method), (":scheme", "http"), (":path", path), (":authority", authority)]
            + (type.map { [("content-type", $0)] } ?? []) + [("te", "trailers")] + extra
    }

    /// A message with its prefix.
    static func message(_ content: [UInt8], flag: UInt8 = 0, length: Int? = nil) -> [UInt8] {
        [flag] + bytes(UInt32(length ?? content.count)) + content
    }

    /// Begins a call with these headers; the number of its stream.
    func begin(_ fields: [(String, String)], isLast: Bool = false) -> UInt32 {
        defer { nextStream += 2 }
        send(
            .headers, flags: HTTP2Client.endHeaders | (isLast ? HTTP2Client.endStream : 0), stream: nextStream,
            payload: HTTP2Client.block(fields))
        return nextStream
    }

    /// Sends data in frames of at most 16 KiB.
    func data(_ bytes: [UInt8], on stream: UInt32, isLast: Bool = true) {
        var rest = bytes[...]
        repeat {
            let part = rest.prefix(16_384)
            rest = rest.dropFirst(part.count)
            let flags = isLast && rest.isEmpty ? HTTP2Client.endStream : 0
            send(.data, flags: flags, stream: stream, payload: Array(part))
        } while !rest.isEmpty
    }

    /// Makes a whole call.
    func call(_ fields: [(String, String)] = HTTP2Client.head(), _ data: [UInt8] = message([])) throws -> Answer {
        let stream = begin(fields)
        self.data(data, on: stream)
        return try answer(on: stream)
    }

    /// What the call on `stream` is answered; frames of others are dropped.
    func answer(on stream: UInt32) throws -> Answer {
        var answer = Answer()
        var isFirst = true
        while let frame = try next() {
            if frame.type == .goAway, frame.code != 0 { throw RawClient.Failure(what: "given up: \(frame.code)") }
            guard frame.stream == stream else { continue }
            switch frame.type {
            case .headers:
                var buffer = ByteBuffer(bytes: frame.payload)
                let fields = try decoder.decodeHeaders(from: &buffer)
                for field in fields {
                    if isFirst {
                        answer.headers[field.name] = field.value
                    } else {
                        answer.trailers[field.name] = field.value
                    }
                }
                isFirst = false
            case .data: answer.data += frame.payload
            case .reset: throw RawClient.Failure(what: "reset: \(frame.code)")
            default: break
            }
            if frame.type != .reset, frame.flags & HTTP2Client.endStream != 0 { return answer }
        }
        throw RawClient.Failure(what: "the connection ended without an answer")
    }

    /// The next frame, settings acknowledged; nil when the connection ends.
    func next() throws -> Frame? {
        guard let head = try connection.bytes(9) else { return nil }
        let length = head.prefix(3).reduce(0) { $0 << 8 | Int($1) }
        let stream = head.suffix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        guard let type = Kind(rawValue: head[3]), let payload = try connection.bytes(length) else { return nil }
        let frame = Frame(type: type, flags: head[4], stream: stream, payload: payload)
        if type == .settings, frame.flags == 0 { send(.settings, flags: 1) }
        if type == .goAway { givenUp = frame.code }
        if type == .ping, frame.flags == 0 { send(.ping, flags: 1, payload: payload) }
        return frame
    }

    /// The code with which the other side gives the connection up, at which it also ends; nil when it ends without one.
    func goAway() throws -> UInt32? {
        do { while try next() != nil {} } catch let failure as RawClient.Failure where failure.what == "reset" {}
        return givenUp
    }
}

extension HTTP2Client.Frame {
    /// The error code of RST_STREAM and GOAWAY.
    var code: UInt32 {
        let bytes = type == .goAway ? payload.dropFirst(4).prefix(4) : payload.prefix(4)
        return bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// Paths of methods.
enum GRPCPath {
    static let traces = "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
    static let logs = "/opentelemetry.proto.collector.logs.v1.LogsService/Export"
    static let metrics = "/opentelemetry.proto.collector.metrics.v1.MetricsService/Export"
    static let health = "/grpc.health.v1.Health/Check"
}
