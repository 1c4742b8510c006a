import Configuration
import Domain
import Outbound
import Synchronization

/// Posts JSON to the server of a receiver, within the limits for webhooks.
final class Poster: Sendable {
    private struct Clients {
        var elsewhere: OutboundClient?
        var here: OutboundClient?
        var isClosed = false
    }

    private let server: ReceiverSettings.Server
    private let clients = Mutex(Clients())

    init(_ server: ReceiverSettings.Server) { self.server = server }

    /// Posts `body`.
    ///
    /// - Parameter path: is added to the configured URL.
    /// - Throws: unless the server said that it took it.
    func post(
        _ body: JSON, path: String = "", timeout: Duration, headers: ([UInt8]) throws(DeliveryFailure) -> [HTTPHeader]
    ) throws(DeliveryFailure) {
        let bytes = Array(body.text.utf8)
        let address = try address()
        let fields = [
            HTTPHeader("Content-Type", "application/json"), HTTPHeader("User-Agent", "headframe/\(Collector.version)"),
        ]
        let request = HTTPRequest(
            .post, Self.url(address, path), headers: fields + (try headers(bytes)), body: bytes, timeout: timeout)
        let response: HTTPResponse
        do throws(OutboundError) {
            response = try client(address).send(request)
        } catch {
            if error == .closed { throw .interrupted }
            throw DeliveryFailure("\(error)")
        }
        try Self.judge(response)
    }

    /// Where to post.
    ///
    /// - Throws: why that cannot be known.
    func address() throws(DeliveryFailure) -> WebAddress {
        switch server.location {
        case .url(let address): return address
        case .file(let path):
            guard let address = WebAddress(try SecretFile.read(path)) else {
                throw DeliveryFailure("reading \(path): it must hold \(WebAddress.expected)")
            }
            return address
        }
    }

    func close() {
        clients.withLock { clients in
            clients.isClosed = true
            clients.here?.close()
            clients.elsewhere?.close()
        }
    }

    /// Only a URL that names this machine may lead to it; a name elsewhere must not, whatever its owner says its address is.
    private func client(_ address: WebAddress) throws(OutboundError) -> OutboundClient {
        let client: OutboundClient? = clients.withLock { clients in
            guard !clients.isClosed else { return nil }
            var policy = OutboundPolicy.webhook
            policy.allowedAddresses += server.allowedAddresses
            if address.isLoopback {
                let client = clients.here ?? OutboundClient(policy: policy.allowingLoopback)
                clients.here = client
                return client
            }
            let client = clients.elsewhere ?? OutboundClient(policy: policy)
            clients.elsewhere = client
            return client
        }
        guard let client else { throw .closed }
        return client
    }

    private static func url(_ address: WebAddress, _ path: String) -> String {
        let text = address.description
        return path.isEmpty ? text : (text.hasSuffix("/") ? String(text.dropLast()) : text) + path
    }

    /// Any success will do, but for a page of HTML: where a program is expected, that is a login or an error that says 200.
    private static func judge(_ response: HTTPResponse) throws(DeliveryFailure) {
        let start = String(decoding: response.body.prefix(512), as: UTF8.self)
        let isPage = ["<!doctype", "<html"].contains { start.drop { $0.isWhitespace }.lowercased().hasPrefix($0) }
        if response.isSuccess {
            guard isPage else { return }
            throw DeliveryFailure("answered \(response.status) with a page for people: is the URL right?")
        }
        if (300..<400).contains(response.status) {
            throw DeliveryFailure("answered \(response.status): redirects are not followed; configure where it leads")
        }
        let reason = isPage ? "" : Self.line(start)
        throw DeliveryFailure(
            "answered \(response.status)" + (reason.isEmpty ? "" : ": \(reason)"), retryAfter: response.retryAfter)
    }

    /// The beginning of what a server says, in one short line.
    private static func line(_ text: String) -> String {
        let shown = text.unicodeScalars.lazy.map { $0.properties.isWhitespace ? " " : $0 }
            .filter { $0.value >= 0x20 && !(0x7f..<0xa0).contains($0.value) }
        var line = String.UnicodeScalarView()
        line.append(contentsOf: shown.prefix(120))
        return String(String(line).drop { $0 == " " })
    }
}
