/// Writes requests of HTTP as text, right or wrong.
enum HTTPText {
    static let protobuf = "application/x-protobuf"

    /// A POST with the headers given (name and value a line), its length filled in.
    static func post(
        _ path: String = "/v1/traces", _ body: [UInt8] = [], type: String? = protobuf, extra: String = "",
        host: String? = "localhost", version: String = "HTTP/1.1", length: String? = nil
    ) -> [UInt8] {
        var head = "POST \(path) \(version)\r\n"
        if let host { head += "Host: \(host)\r\n" }
        if let type { head += "Content-Type: \(type)\r\n" }
        head += "Content-Length: \(length ?? String(body.count))\r\n\(extra)\r\n"
        return Array(head.utf8) + body
    }

    /// A POST whose body comes in chunks as given.
    static func chunked(_ chunks: String, extra: String = "Transfer-Encoding: chunked\r\n") -> [UInt8] {
        Array(
            "POST /v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: \(protobuf)\r\n\(extra)\r\n\(chunks)".utf8)
    }

    static func get(_ path: String, method: String = "GET", extra: String = "") -> [UInt8] {
        Array("\(method) \(path) HTTP/1.1\r\nHost: localhost\r\n\(extra)\r\n".utf8)
    }
}
