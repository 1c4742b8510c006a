import Glibc

/// One request of HTTP on a connection of its own.
enum Post {
    private static let patienceSeconds = 20

    /// Sends `body` as OTLP traces; the status of the answer, nil when there was none.
    static func status(of body: [UInt8], port: UInt16) -> Int? {
        let head =
            "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-protobuf\r\n"
            + "Content-Length: \(body.count)\r\nConnection: close\r\n\r\n"
        let answer = exchange(Array(head.utf8) + body, port: port)
        // HTTP/1.1 200 OK
        return answer.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0) }
    }

    private static func exchange(_ request: [UInt8], port: UInt16) -> String {
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { return "" }
        defer { close(connection) }
        var patience = timeval(tv_sec: patienceSeconds, tv_usec: 0)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return "" }
        var rest = request[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard count > 0 else { return "" }
            rest = rest.dropFirst(count)
        }
        var answer: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 4096)
        while case let count = recv(connection, &part, part.count, 0), count > 0 { answer += part.prefix(count) }
        return String(decoding: answer, as: UTF8.self)
    }
}
