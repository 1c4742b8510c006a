import Domain
import NIOHTTP1

/// A request of the control API that is routed and allowed, as far as it has come.
struct ControlRequest: Sendable {
    static let keyHeader = "Idempotency-Key"

    var endpoint: ControlEndpoint
    var peer: Peer
    /// The values in the path.
    var parameters: [String: String]
    /// The values after the `?`.
    var query: [String: String]
    /// The path and what follows, as it came.
    var target: String
    /// Nil when there is none or it is no key.
    var key: IdempotencyKey?
    /// The client waits for `100 Continue` before it sends the body.
    var expectsContinue = false
    var body: [UInt8] = []

    /// What `head` asks for, when `peer` may have it.
    ///
    /// - Throws: why it is not done, in the order in which it is to be said.
    init(_ head: HTTPRequestHead, by peer: Peer, _ rules: AccessRules) throws(ControlFailure) {
        let path = head.uri.prefix { $0 != "?" }
        let there = ControlEndpoint.all.compactMap { endpoint in endpoint.path.match(path).map { (endpoint, $0) } }
        guard !there.isEmpty else { throw .noSuchPath }
        guard let (endpoint, parameters) = there.first(where: { $0.0.method == head.method }) else {
            throw .method(allowed: there.map { $0.0.method.rawValue })
        }
        try rules.check(endpoint.action, by: peer)
        (self.endpoint, self.parameters, self.peer, target) = (endpoint, parameters, peer, head.uri)
        query = try Self.query(head.uri.dropFirst(path.count + 1), of: endpoint)
        let expectations = head.headers["expect"]
        guard expectations.allSatisfy({ $0.lowercased() == "100-continue" }) else {
            throw ControlFailure(Refusal.expectation)
        }
        expectsContinue = !expectations.isEmpty && head.version == .http1_1
        try Self.checkBody(head.headers, of: endpoint, limit: endpoint.bodyLimit)
        let keys = head.headers[Self.keyHeader]
        key = keys.count == 1 ? keys.first.flatMap { IdempotencyKey($0) } : nil
        guard !endpoint.isCommand || key != nil else {
            throw .invalid("\(Self.keyHeader): must be there once, with 1 to 128 visible ASCII characters")
        }
    }

    /// The body as JSON.
    ///
    /// - Throws: `ControlFailure` when it is none.
    func json() throws(ControlFailure) -> JSON {
        do throws(JSONError) {
            return try JSON(parsing: body, depthLimit: Self.depthLimit)
        } catch {
            throw .invalid("the body is not JSON: \(error)")
        }
    }

    private static func query(
        _ text: Substring, of endpoint: ControlEndpoint
    ) throws(ControlFailure) -> [String: String] {
        let known = endpoint.query + endpoint.optionalQuery
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let name = String(pair.prefix { $0 != "=" })
            guard known.contains(name), values[name] == nil else {
                throw .invalid(
                    known.isEmpty
                        ? "this path takes no parameters"
                        : "a parameter is twice or none of \(known.joined(separator: ", "))")
            }
            values[name] = String(pair.dropFirst(name.count + 1))
        }
        for name in endpoint.query where values[name] == nil { throw .invalid("\(name): must be there") }
        return values
    }

    private static func checkBody(
        _ headers: HTTPHeaders, of endpoint: ControlEndpoint, limit: Int
    ) throws(ControlFailure) {
        let types = headers["content-type"]
        if endpoint.body != nil {
            guard types.count == 1, types.first.flatMap({ BodyFormat(contentType: $0) }) == .json else {
                throw ControlFailure(
                    .unsupportedMediaType, "unsupported_media_type", "Content-Type must be application/json (UTF-8)")
            }
        }
        guard ["", "identity"].contains(headers["content-encoding"].joined(separator: ",").lowercased()) else {
            throw ControlFailure(
                .unsupportedMediaType, "unsupported_media_type", "Content-Encoding must be identity")
        }
        if let length = headers.first(name: "content-length").flatMap({ Int($0) }), length > limit {
            throw ControlFailure(Refusal.tooLarge("the body is larger than \(limit) bytes"))
        }
    }

    private static let depthLimit = 32
}
