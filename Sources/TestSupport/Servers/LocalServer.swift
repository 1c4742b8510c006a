import Glibc
import Synchronization

/// A server on a plain socket of this machine that does to each connection what the test says, well or badly.
public final class LocalServer: Sendable {
    /// Where it listens.
    public let port: UInt16
    private let listener: Int32
    private let accepted = Count()

    /// Its root.
    public var url: String { "http://127.0.0.1:\(port)/" }
    /// How many connections were opened so far.
    public var connections: Int { accepted.value.withLock { $0 } }

    /// A server that hands every connection to `serve`, each on a thread of its own.
    public init(_ serve: @escaping @Sendable (Connection) -> Void) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, length) == 0 && listen(listener, 16) == 0 && getsockname(listener, $0, &length) == 0
            }
        }
        guard bound else { throw ServerError() }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        Self.onThread { [accepted] in
            while true {
                let descriptor = accept(listener, nil, nil)
                if descriptor < 0 { break }
                accepted.value.withLock { $0 += 1 }
                Self.onThread {
                    serve(Connection(descriptor: descriptor))
                    close(descriptor)
                }
            }
            // Here and not in `stop`: a number that is let go while `accept` still uses it may already be another server's.
            close(listener)
        }
    }

    /// Takes no more connections, and lets the port go.
    public func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    /// There is no port to listen on.
    public struct ServerError: Error {}

    private final class Count: Sendable { let value = Mutex(0) }

    /// Runs the body on a thread of its own.
    public static func onThread(_ body: @escaping @Sendable () -> Void) {
        final class Work: Sendable {
            let body: @Sendable () -> Void
            init(_ body: @escaping @Sendable () -> Void) { self.body = body }
        }
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body)).toOpaque()
        pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
                return nil
            }, work)
        pthread_detach(thread)
    }
}

/// The server's end of one connection.
public struct Connection: Sendable {
    /// Its socket.
    public let descriptor: Int32

    /// A request as it came.
    public struct Request: Sendable {
        /// The request line and the header fields, without the empty line.
        public var head: String
        /// What follows it.
        public var body: [UInt8]
    }

    /// The next request; nil when the other side has gone.
    public func readRequest() -> Request? {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            if count <= 0 { return nil }
            bytes += buffer[..<count]
            guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { continue }
            let head = String(decoding: bytes[..<end.lowerBound], as: UTF8.self)
            let length = head.split(separator: "\r\n").compactMap { line -> Int? in
                let parts = line.split(separator: ": ", maxSplits: 1)
                return parts.first?.lowercased() == "content-length" ? parts.last.flatMap { Int($0) } : nil
            }
            let body = bytes[end.upperBound...]
            if body.count >= length.first ?? 0 { return Request(head: head, body: Array(body)) }
        }
    }

    /// Sends bytes; false when the other side has gone.
    @discardableResult
    public func write(_ bytes: some Collection<UInt8>) -> Bool {
        let bytes = Array(bytes)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count <= 0 { return false }
            sent += count
        }
        return true
    }

    /// Sends a text; false when the other side has gone.
    @discardableResult
    public func write(_ text: String) -> Bool { write(Array(text.utf8)) }

    /// Sends an answer with its length.
    public func answer(_ body: String, status: String = "200 OK", headers: [String] = []) {
        let fields = (["Content-Length: \(body.utf8.count)"] + headers).map { $0 + "\r\n" }.joined()
        write("HTTP/1.1 \(status)\r\n\(fields)\r\n\(body)")
    }

    /// Waits until the other side has gone.
    public func waitForEnd() { while readRequest() != nil {} }
}
