import Foundation

/// Posts bodies over one kept connection, as plainly as possible, so that the sender takes little of the two cores.
final class Sender {
    /// What goes wrong while sending.
    enum Failure: Error { case connection(String), answer(String) }

    private let descriptor: Int32
    private let host: String
    private let path: String

    init(port: UInt16, path: String = "/v1/traces") throws {
        self.path = path
        host = "127.0.0.1:\(port)"
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Failure.connection("port \(port): \(String(cString: strerror(errno)))") }
    }

    deinit { close(descriptor) }

    /// Sends one body and waits for the answer; the status.
    func post(_ body: [UInt8]) throws -> Int {
        let head =
            "POST \(path) HTTP/1.1\r\nHost: \(host)\r\nContent-Type: application/x-protobuf\r\nContent-Length: \(body.count)\r\n\r\n"
        try write(Array(head.utf8))
        try write(body)
        var answer: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            guard count > 0 else { throw Failure.connection("closed while waiting for an answer") }
            answer.append(contentsOf: buffer[..<count])
            let text = String(decoding: answer, as: UTF8.self)
            guard let end = text.range(of: "\r\n\r\n") else { continue }
            let length = text.lowercased().range(of: "content-length: ").flatMap { range in
                Int(text[range.upperBound...].prefix { $0.isNumber })
            }
            let bodyCount = answer.count - text[..<end.upperBound].utf8.count
            guard bodyCount >= length ?? 0 else { continue }
            guard let status = Int(text.dropFirst(9).prefix(3)) else { throw Failure.answer(String(text.prefix(80))) }
            return status
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw Failure.connection("closed while sending") }
            sent += count
        }
    }
}
