/// One question to a server.
public struct HTTPRequest: Sendable {
    /// What is asked of the resource.
    public enum Method: String, Sendable {
        case get = "GET", head = "HEAD", post = "POST", put = "PUT", delete = "DELETE"
    }

    /// The protocols that a client speaks, when its policy allows.
    enum Scheme: String { case http, https }

    /// What is asked of the resource.
    public var method: Method
    /// Absolute URL.
    public var url: String
    /// Header fields beyond those that HTTP itself needs.
    public var headers: [HTTPHeader]
    /// The body; nil for none, which differs from an empty one.
    public var body: [UInt8]?
    /// A shorter time than the policy's.
    public var timeout: Duration?
    /// A smaller limit than the policy's on the answer's body, in bytes.
    public var answerLimit: Int?
    /// The path of a Unix socket to ask instead of the URL's host; nil to ask the host. Only for `http://` URLs.
    public var unixSocket: String?

    /// Creates a request.
    public init(
        _ method: Method, _ url: String, headers: [HTTPHeader] = [], body: [UInt8]? = nil, timeout: Duration? = nil,
        answerLimit: Int? = nil
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
        self.answerLimit = answerLimit
    }

    /// The URL's scheme, when the request can be sent as it stands.
    ///
    /// A control character in a URL or header field would let whoever wrote the value add fields or whole requests of their own.
    func checkedScheme() throws(OutboundError) -> Scheme {
        let name = url.prefix { $0 != ":" }
        guard let scheme = Scheme(rawValue: name.lowercased()), url[name.endIndex...].hasPrefix("://") else {
            throw .invalidRequest("the URL must begin with https:// or http://")
        }
        guard url.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7f }) else {
            throw .invalidRequest("the URL contains a space or a control character")
        }
        for header in headers where !header.isWellFormed {
            throw .invalidRequest("the header field “\(header.name)” is empty or contains a control character")
        }
        return scheme
    }
}
