import Domain
import Glibc
import Synchronization

/// The model of the simulated company as a server on this machine: answers chat completions as OpenAI's do, always the same to the same
/// messages. Requests of one connection are answered one after the other, on a thread of its own.
public final class ChatServer: Sendable {
    /// Where it is asked, such as `http://127.0.0.1:8900/v1`.
    public let url: String
    private let listener: Int32
    private let model: ChatAnswers
    private let connections = Atomic(0)
    private static let mostConnections = 64

    /// Begins to serve.
    ///
    /// - Parameter port: 0 for any that is free.
    /// - Throws: `SampleDataError` when the port cannot be had.
    public init(port: UInt16, data: SampleData) throws(SampleDataError) {
        model = ChatAnswers(data)
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var (length, isOn) = (socklen_t(MemoryLayout<sockaddr_in>.size), Int32(1))
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(listener, pointer, length) == 0 && listen(listener, 64) == 0
                    && getsockname(listener, pointer, &length) == 0
            }
        }
        guard isBound else {
            let reason = String(cString: strerror(errno))
            close(listener)
            throw .unreadable(path: "127.0.0.1:\(port)", reason: reason)
        }
        self.listener = listener
        url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))/v1"
    }

    /// Accepts connections until `stop`.
    public func run() {
        while true {
            let connection = accept(listener, nil, nil)
            if connection < 0 {
                if errno == EINTR || errno == ECONNABORTED { continue }
                return
            }
            guard connections.wrappingAdd(1, ordering: .relaxed).newValue <= Self.mostConnections else {
                leave(connection)
                continue
            }
            if !Self.onThread({ [self] in serve(connection) }) { leave(connection) }
        }
    }

    /// Accepts nothing more.
    public func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func leave(_ connection: Int32) {
        close(connection)
        connections.wrappingSubtract(1, ordering: .relaxed)
    }

    private func serve(_ connection: Int32) {
        defer { leave(connection) }
        var patience = timeval(tv_sec: 30, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var reader = ChatRequestReader(connection)
        while let request = reader.next() {
            let answer = model.answer(to: request)
            let body = Array(answer.body.text.utf8)
            let head =
                "HTTP/1.1 \(answer.status)\r\nContent-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
            guard Self.write(Array(head.utf8) + body, to: connection) else { return }
        }
    }

    private static func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { part in
                send(connection, part.baseAddress, part.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private static func onThread(_ body: @escaping @Sendable () -> Void) -> Bool {
        var thread = pthread_t()
        let work = Unmanaged.passRetained(Work(body))
        let code = pthread_create(
            &thread, nil,
            { context in
                if let context { Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body() }
                return nil
            }, work.toOpaque())
        guard code == 0 else {
            work.release()
            return false
        }
        pthread_detach(thread)
        return true
    }
}
