import NIOHTTP1

/// Which requests are served: everything that can be said of a request before its body is read, in the order in which it
/// is to be said.
struct RequestRules: Sendable {
    /// Names other than those of the loopback device under which the collector may be asked, in small letters, without port.
    var hosts: Set<String>
    /// Bytes that a body may have.
    var body: Int

    /// What a request that is served asks for.
    struct Admission: Equatable {
        var endpoint: Endpoint
        var format: BodyFormat = .json
        var isGzip = false
        /// The name under which the collector is asked, with port.
        var host = "localhost"
        /// The client waits for `100 Continue` before it sends the body.
        var expectsContinue = false
        /// The answers that the client has already, as its `If-None-Match` says.
        var known: String?

        /// Whether the body is read; otherwise it is passed over.
        var readsBody: Bool {
            switch endpoint {
            case .export: true
            case .vendor(let vendor): vendor.bodyLimit != nil
            case .flags(let flags): flags.method == "POST"
            case .health, .readiness, .metrics: false
            }
        }

        /// Bytes that the body may have.
        ///
        /// - Parameter most: those that any may have.
        func bodyLimit(_ most: Int) -> Int {
            switch endpoint {
            case .vendor(let vendor): vendor.bodyLimit ?? most
            case .flags: FlagService.bodyLimit
            default: most
            }
        }
    }

    /// What `head` asks for.
    ///
    /// - Throws: why it is not served.
    func admit(_ head: HTTPRequestHead) throws(Refusal) -> Admission {
        let (authority, path, query) = RequestRules.split(head.uri)
        let names = head.headers["host"] + (authority.map { [String($0)] } ?? [])
        guard areOurs(names) else { throw .host }
        guard !head.headers.contains(name: "origin") else { throw .origin }
        guard let endpoint = Endpoint(path: path, query: query) else { throw .notFound }
        guard endpoint.methods.contains(head.method.rawValue) else {
            throw .method(allowed: endpoint.methods.joined(separator: ", "))
        }
        var admission = Admission(endpoint: endpoint)
        if let host = names.last { admission.host = host }
        admission.known = head.headers.first(name: "if-none-match")
        for expectation in head.headers["expect"] where head.version == .http1_1 {
            guard expectation.lowercased() == "100-continue" else { throw .expectation }
            admission.expectsContinue = true
        }
        let length = head.headers.first(name: "content-length").flatMap { Int($0) } ?? 0
        guard length <= admission.bodyLimit(body) else {
            throw .tooLarge("the body is larger than \(admission.bodyLimit(body)) bytes")
        }
        guard case .export = endpoint else { return admission }
        let types = head.headers["content-type"]
        guard types.count == 1, let format = types.first.flatMap({ BodyFormat(contentType: $0) }) else {
            throw .contentType
        }
        admission.format = format
        switch head.headers["content-encoding"].joined(separator: ",").lowercased() {
        case "", "identity": break
        case "gzip": admission.isGzip = true
        default: throw .contentEncoding
        }
        return admission
    }

    /// The authority of an absolute target, else nil, the path, and what stands after the question mark.
    private static func split(_ target: String) -> (authority: Substring?, path: Substring, query: Substring) {
        var rest = target[...]
        var authority: Substring?
        if target.prefix(7).lowercased() == "http://" {
            rest = rest.dropFirst("http://".count)
            authority = rest.prefix { $0 != "/" && $0 != "?" }
            rest = rest.dropFirst(authority?.count ?? 0)
        }
        let path = rest.prefix { $0 != "?" }
        let query = rest.dropFirst(path.count).dropFirst()
        return (authority, path.isEmpty && authority != nil ? "/" : path, query)
    }

    /// Whether all of `hosts`, the names under which the collector is asked, are its own.
    func areOurs(_ hosts: [String]) -> Bool { hosts.allSatisfy(isOurs) }

    /// Whether a `Host` names this machine by a loopback name or a configured one. A web page whose name was made to resolve
    /// to 127.0.0.1 (DNS rebinding) comes with its own name.
    private func isOurs(_ host: String) -> Bool {
        var name = Substring(host.lowercased())
        if let colon = name.lastIndex(of: ":"), name[colon...].utf8.dropFirst().allSatisfy(\.isDigit) {
            name = name[..<colon]
        }
        if name == "localhost" || name.hasSuffix(".localhost") || name == "[::1]" { return true }
        let numbers = name.split(separator: ".", omittingEmptySubsequences: false).map { part in
            part.utf8.allSatisfy(\.isDigit) ? UInt8(part) : nil
        }
        if numbers.count == 4, numbers.first == 127, !numbers.contains(nil) { return true }
        return hosts.contains(String(name))
    }
}
