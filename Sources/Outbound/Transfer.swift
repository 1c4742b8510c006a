import CCurl
import Glibc

/// libcurl's side of an exchange: the easy handle and what has come in so far. Lives on the engine's thread only.
final class Transfer {
    let exchange: Exchange
    let easy: UnsafeMutableRawPointer

    private let policy: OutboundPolicy
    private let settings = UnsafeMutablePointer<ccurl_settings>.allocate(capacity: 1)
    private let errorText = UnsafeMutableBufferPointer<CChar>.allocate(capacity: 256)
    private let answerLimit: Int
    private var headers: [HTTPHeader] = []
    private var headerBytes = 0
    private var body: [UInt8] = []
    private var exceeded: Int?
    private var refused: IPAddress?

    init(_ exchange: Exchange, policy: OutboundPolicy) throws(OutboundError) {
        guard let easy = ccurl_easy_init() else { throw .broken("libcurl has no memory for a transfer") }
        self.exchange = exchange
        self.policy = policy
        self.easy = easy
        answerLimit = max(0, min(policy.answerLimit, exchange.request.answerLimit ?? .max))
        errorText.initialize(repeating: 0)
        settings.initialize(to: ccurl_settings())
        let code = configure()
        if code != CCURL_OK.code { throw error(code) }
    }

    deinit {
        ccurl_easy_cleanup(easy)
        ccurl_headers_free(settings.pointee.headers)
        settings.deallocate()
        errorText.deallocate()
    }

    /// The result of a transfer that ended with this code of libcurl.
    func result(_ code: Int32) -> Result<HTTPResponse, OutboundError> {
        guard code == CCURL_OK.code, exceeded == nil else { return .failure(error(code)) }
        return .success(HTTPResponse(status: ccurl_easy_status(easy), headers: headers, body: body))
    }

    private func configure() -> Int32 {
        let request = exchange.request
        let timeout = min(policy.timeout, request.timeout ?? policy.timeout)
        settings.pointee.without_answer_body = request.method == .head
        settings.pointee.connect_timeout_ms = policy.connectTimeout.wholeMilliseconds
        settings.pointee.timeout_ms = timeout.wholeMilliseconds
        settings.pointee.low_speed_bytes = Int64(policy.slowest?.bytesPerSecond ?? 0)
        settings.pointee.low_speed_seconds = policy.slowest?.over.components.seconds ?? 0
        settings.pointee.answer_limit = Int64(answerLimit)
        settings.pointee.error = errorText.baseAddress
        // The transfer owns the settings, and the engine removes the easy handle before it lets the transfer go.
        settings.pointee.context = Unmanaged.passUnretained(self).toOpaque()
        settings.pointee.take_header = { context, bytes, count in
            Transfer.from(context)?.takeHeader(UnsafeBufferPointer(start: bytes, count: count)) ?? false
        }
        settings.pointee.take_body = { context, bytes, count in
            Transfer.from(context)?.takeBody(UnsafeBufferPointer(start: bytes, count: count)) ?? false
        }
        settings.pointee.allow_address = { context, address, length in
            guard let transfer = Transfer.from(context), let address else { return false }
            // libcurl opens no other address once a Unix socket is named.
            if transfer.exchange.request.unixSocket != nil { return address.pointee.sa_family == UInt16(AF_UNIX) }
            return transfer.allow(IPAddress(socketAddress: address, length: Int(length)))
        }
        // Fields that libcurl would add by itself: leave to send a body of more than a megabyte, which costs up to a second, and the
        // type of an HTML form.
        append(line: "Expect:")
        if !request.headers.contains(where: { $0.name.lowercased() == "content-type" }) {
            append(line: "Content-Type:")
        }
        for header in request.headers {
            // A field without a value is written with a semicolon; with a colon it would be a field to leave out.
            append(line: header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)")
        }
        return request.url.withCString { url in
            request.method.rawValue.withCString { method in
                exchange.scheme.rawValue.withCString { scheme in
                    (request.body ?? []).withUnsafeBufferPointer { body in
                        settings.pointee.url = url
                        settings.pointee.method = method
                        settings.pointee.protocols = scheme
                        settings.pointee.body = body.baseAddress
                        settings.pointee.body_count = body.count
                        settings.pointee.has_body = request.body != nil
                        guard let socket = request.unixSocket else { return ccurl_easy_configure(easy, settings) }
                        return socket.withCString { socket in
                            settings.pointee.unix_socket = socket
                            return ccurl_easy_configure(easy, settings)
                        }
                    }
                }
            }
        }
    }

    private func append(line: String) {
        if let list = ccurl_headers_append(settings.pointee.headers, line) { settings.pointee.headers = list }
    }

    private func takeHeader(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        headerBytes += bytes.count
        guard headerBytes <= policy.headerLimit else {
            exceeded = policy.headerLimit
            return false
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // A new status line: what came before belonged to an interim answer (100 Continue).
            headers.removeAll()
        } else if let header = HTTPHeader(line: line[...]) {
            headers.append(header)
        }
        return true
    }

    private func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= answerLimit - body.count else {
            exceeded = answerLimit
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    private func allow(_ address: IPAddress?) -> Bool {
        guard let address, policy.allows(address, scheme: exchange.scheme) else {
            refused = address
            return false
        }
        return true
    }

    private func error(_ code: Int32) -> OutboundError {
        let detail = String(decoding: errorText.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        if let exceeded { return .answerTooLarge(limit: exceeded) }
        if let refused, code == CCURL_CANNOT_CONNECT.code { return .addressNotAllowed(refused.description) }
        return switch code {
        case CCURL_MALFORMED_URL.code: .invalidRequest(detail)
        case CCURL_HOST_NOT_FOUND.code: .hostNotFound(detail)
        case CCURL_CANNOT_CONNECT.code: .cannotConnect(detail)
        case CCURL_TIMED_OUT.code: .timedOut(detail)
        case CCURL_TLS_HANDSHAKE.code, CCURL_CERTIFICATE.code: .insecure(detail)
        case CCURL_FILE_SIZE_EXCEEDED.code: .answerTooLarge(limit: answerLimit)
        default: .broken(detail)
        }
    }

    private static func from(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }
}

extension ccurl_code {
    var code: Int32 { Int32(bitPattern: rawValue) }
}

extension Duration {
    /// At least one, because zero means "for ever" to libcurl, and no more than libcurl's counters hold.
    fileprivate var wholeMilliseconds: Int64 {
        let seconds = min(max(components.seconds, 0), 1_000_000)
        return max(1, seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
