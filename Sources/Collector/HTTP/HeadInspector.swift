import NIOHTTP1

/// Reads the head of a request line by line, before any parser does, and refuses everything that two parsers might
/// understand differently (RFC 9112, RFC 9110 5.5): that class of requests is how proxies are deceived.
struct HeadInspector {
    /// How the end of the body is found.
    enum Framing: Equatable {
        case none
        case length(Int)
        case chunked
    }

    /// What the guard must know of a head that passed.
    struct Findings: Equatable {
        var framing: Framing
        /// No further request can follow on this connection.
        var closes: Bool
    }

    /// Whether the body is said to be protobuf, so that even this early an error is said in the client's own type.
    private(set) var isProtobuf = false
    private var fields = 0
    private var sawRequestLine = false
    private var isHTTP10 = false
    private var closes = false
    private var hosts = 0
    private var contentLength: Int?
    private var isChunked = false

    typealias Line = Slice<UnsafeRawBufferPointer>

    /// Takes the next line, without its line end.
    mutating func take(_ line: Line, limits: HTTPLimits) throws(Refusal) {
        guard sawRequestLine else {
            sawRequestLine = true
            return try takeRequestLine(line)
        }
        fields += 1
        guard fields <= limits.fields else { throw .headersTooLarge }
        try takeField(line)
    }

    /// What the head says, after its last line.
    func findings() throws(Refusal) -> Findings {
        guard isHTTP10 ? hosts <= 1 : hosts == 1 else {
            throw .malformed("a request names its host once: there must be one Host header")
        }
        guard !(isChunked && contentLength != nil) else {
            throw .malformed("Content-Length and Transfer-Encoding exclude each other")
        }
        guard !(isChunked && isHTTP10) else { throw .malformed("HTTP/1.0 knows no Transfer-Encoding") }
        let framing: Framing = isChunked ? .chunked : contentLength.map { .length($0) } ?? .none
        return Findings(framing: framing == .length(0) ? .none : framing, closes: closes || isHTTP10)
    }

    private mutating func takeRequestLine(_ line: Line) throws(Refusal) {
        let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false)
        guard let method = parts.first, !method.isEmpty, method.allSatisfy(\.isToken) else {
            throw .malformed("the request line does not begin with a method")
        }
        guard parts.count == 3, let target = parts.dropFirst().first, let version = parts.last else {
            throw .malformed("a request line has a method, a target and a version with one space between them")
        }
        guard !target.isEmpty, target.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .malformed("the target of the request holds bytes that no URI may have")
        }
        switch version {
        case _ where version.elementsEqual("HTTP/1.1".utf8): isHTTP10 = false
        case _ where version.elementsEqual("HTTP/1.0".utf8): isHTTP10 = true
        case _ where version.starts(with: "HTTP/".utf8): throw .version
        default: throw .malformed("the request line does not end with a version of HTTP")
        }
        guard HeadInspector.methods.contains(where: { method.elementsEqual($0.utf8) }) else {
            throw .method(allowed: "POST")
        }
    }

    /// Methods that are passed on; whether a path answers them is decided there. `CONNECT` turns a connection into
    /// something else and is not among them.
    private static let methods = ["POST", "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"]

    private mutating func takeField(_ line: Line) throws(Refusal) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
            throw .malformed("a header has no colon")
        }
        let name = line[..<colon]
        guard !name.isEmpty, name.allSatisfy(\.isToken) else {
            throw .malformed("the name of a header is empty, folded or holds bytes that no name may have")
        }
        let value = line[line.index(after: colon)...].trimmingBlanks()
        guard value.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else {
            throw .malformed("the value of a header holds control characters")
        }
        switch name.count {
        case 4 where name.isEqualIgnoringCase("host"): hosts += 1
        case 7 where name.isEqualIgnoringCase("upgrade"): closes = true
        case 10 where name.isEqualIgnoringCase("connection"):
            closes = closes || value.listContains("close") || value.listContains("upgrade")
        case 12 where name.isEqualIgnoringCase("content-type"):
            isProtobuf = value.prefix { $0 != UInt8(ascii: ";") }.trimmingBlanks()
                .isEqualIgnoringCase("application/x-protobuf")
        case 14 where name.isEqualIgnoringCase("content-length"):
            guard contentLength == nil else { throw .malformed("there is more than one Content-Length") }
            contentLength = try HeadInspector.length(value)
        case 17 where name.isEqualIgnoringCase("transfer-encoding"):
            guard !isChunked else { throw .malformed("there is more than one Transfer-Encoding") }
            guard value.isEqualIgnoringCase("chunked") else { throw .transferEncoding }
            isChunked = true
        default: break
        }
    }

    private static func length(_ digits: Line) throws(Refusal) -> Int {
        guard !digits.isEmpty, digits.allSatisfy(\.isDigit) else {
            throw .malformed("Content-Length is not a number")
        }
        var length = 0
        for digit in digits {
            let (tens, tooLarge) = length.multipliedReportingOverflow(by: 10)
            let (sum, overflow) = tens.addingReportingOverflow(Int(digit - 0x30))
            guard !tooLarge, !overflow else { throw .malformed("Content-Length is larger than any body") }
            length = sum
        }
        return length
    }
}
