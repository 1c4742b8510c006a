import Glibc

/// Reads requests of HTTP/1.1 whose bodies have a length, as far as a simulated server needs to.
struct ChatRequestReader {
    /// A request.
    struct Request {
        /// Method and path.
        var line: String
        var body: [UInt8]
    }

    private let connection: Int32
    private var bytes: [UInt8] = []
    private static let longest = 16 << 20

    init(_ connection: Int32) { self.connection = connection }

    /// The next request; nil when there is none, or it is none.
    mutating func next() -> Request? {
        let mark: [UInt8] = [13, 10, 13, 10]
        var searched = 0
        while true {
            let end = bytes.indices.dropFirst(max(0, searched - 3)).first { bytes[$0...].starts(with: mark) }
            if let end { return request(head: end) }
            searched = bytes.count
            guard bytes.count < 64 << 10, readMore() else { return nil }
        }
    }

    private mutating func request(head end: Int) -> Request? {
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        let length = lines.lazy.map { $0.lowercased() }.first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.dropFirst(15).filter { $0 != " " }) }
        let count = length ?? 0
        guard let line = lines.first, (0...Self.longest).contains(count) else { return nil }
        let start = end + 4
        while bytes.count < start + count { guard readMore() else { return nil } }
        defer { bytes.removeFirst(start + count) }
        return Request(
            line: line.split(separator: " ").prefix(2).joined(separator: " "),
            body: Array(bytes[start..<(start + count)]))
    }

    private mutating func readMore() -> Bool {
        var part = [UInt8](repeating: 0, count: 64 << 10)
        let count = recv(connection, &part, part.count, 0)
        guard count > 0 else { return false }
        bytes += part.prefix(count)
        return true
    }
}
