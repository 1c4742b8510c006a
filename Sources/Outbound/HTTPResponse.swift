/// What a server answered. Any status is an answer; only the lack of one is an error.
public struct HTTPResponse: Sendable {
    /// The status, such as 200 or 503.
    public var status: Int
    /// The header fields in the order in which they came.
    public var headers: [HTTPHeader]
    /// The body, decompressed.
    public var body: [UInt8]

    /// Creates an answer.
    public init(status: Int, headers: [HTTPHeader], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Whether the status says that the request was done (200 to 299).
    public var isSuccess: Bool { (200...299).contains(status) }

    /// The value of the first field of this name.
    public subscript(header name: String) -> String? {
        let wanted = name.lowercased()
        return headers.first { $0.name.lowercased() == wanted }?.value
    }

    /// How long the server asks to wait before the next try, when it says so in seconds.
    public var retryAfter: Duration? {
        self[header: "Retry-After"].flatMap(UInt32.init).map { .seconds($0) }
    }
}
