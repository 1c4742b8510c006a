import Glibc

/// A client that sends exactly the bytes it is given, right or wrong, and reads what comes back.
final class RawClient {
    /// What came back.
    struct Answer: Sendable {
        var status: Int
        var headers: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }
    }

    struct Failure: Error { var what: String }

    private let descriptor: Int32
    private var buffer: [UInt8] = []
    /// Answers of the 1xx kind that came so far.
    private(set) var informational = 0

    /// Connects to a port of 127.0.0.1; an answer that takes longer than `patience` seconds is a failure.
    init(port: Int, patience: Int = 10) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else { throw Failure(what: "cannot connect: \(errno)") }
        setPatience(patience)
    }

    /// Connects to a Unix socket.
    init(socket path: String, patience: Int = 10) throws {
        descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8.prefix($0.count - 1)) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard result == 0 else { throw Failure(what: "cannot connect: \(errno)") }
        setPatience(patience)
    }

    private func setPatience(_ patience: Int) {
        var time = timeval(tv_sec: patience, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { Glibc.close(descriptor) }

    /// Sends all bytes; false when the other side does not take them any more.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var sent = 0
        while sent < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }

    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    /// Says that nothing more will be sent.
    func endSending() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// The next answer, those of the 1xx kind left out; nil when the connection ends without one.
    func answer(toHead: Bool = false) throws -> Answer? {
        while true {
            guard let line = try line() else { return nil }
            let parts = line.split(separator: " ", maxSplits: 2)
            guard parts.count >= 2, parts[0].hasPrefix("HTTP/1."), let status = Int(parts[1]) else {
                throw Failure(what: "not an answer: \(line)")
            }
            var headers: [String: String] = [:]
            while let field = try self.line(), !field.isEmpty {
                guard let colon = field.firstIndex(of: ":") else { throw Failure(what: "not a header: \(field)") }
                headers[field[..<colon].lowercased()] = String(field[field.index(after: colon)...].drop { $0 == " " })
            }
            if status < 200 {
                informational += 1
                continue
            }
            let count = toHead ? 0 : headers["content-length"].flatMap { Int($0) } ?? 0
            while buffer.count < count { guard try more() else { throw Failure(what: "the body is cut") } }
            defer { buffer.removeFirst(count) }
            return Answer(status: status, headers: headers, body: Array(buffer.prefix(count)))
        }
    }

    /// Reads an interim answer, and nothing beyond it.
    func waitForContinue() throws {
        guard let line = try line(), line.hasPrefix("HTTP/1.1 100 "), try self.line() == "" else {
            throw Failure(what: "no 100 Continue")
        }
        informational += 1
    }

    /// Whether the other side ends the connection, within the patience, without sending anything more.
    func ends() throws -> Bool {
        do { return try !more() } catch let failure as Failure where failure.what == "reset" { return true }
    }

    /// Whether nothing has come that was not read, and the connection is open.
    var hasNothing: Bool {
        var byte: UInt8 = 0
        return recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) < 0 && errno == EAGAIN
    }

    /// The next bytes, so many; nil when the connection ends before the first of them.
    func bytes(_ count: Int) throws -> [UInt8]? {
        while buffer.count < count {
            guard try more() else {
                if buffer.isEmpty { return nil }
                throw Failure(what: "cut off")
            }
        }
        defer { buffer.removeFirst(count) }
        return Array(buffer.prefix(count))
    }

    private func line() throws -> String? {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                let line = buffer[..<end].filter { $0 != 0x0D }
                buffer.removeFirst(end + 1)
                return String(decoding: line, as: UTF8.self)
            }
            guard try more() else { return nil }
        }
    }

    private func more() throws -> Bool {
        var part = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(descriptor, &part, part.count, 0)
        if count < 0 { throw Failure(what: errno == ECONNRESET ? "reset" : "no answer in time") }
        buffer += part.prefix(count)
        return count > 0
    }
}
