import NIOHTTP1

/// Why a request is not served, and how that is said: HTTP status, `google.rpc.Status`, and what goes with them.
///
/// The message is our own text of at most 200 bytes; it never repeats bytes of the request.
struct Refusal: Error {
    var status: HTTPResponseStatus
    var code: StatusCode
    var message: String
    var headers: [(String, String)] = []
    /// Seconds after which the same may be sent again; nil when that does not help.
    var retryAfter: Int?

    /// Not HTTP, or HTTP that two readers might understand in two ways.
    static func malformed(_ message: String) -> Refusal {
        Refusal(status: .badRequest, code: .invalidArgument, message: message)
    }
    /// A body that is not what it claims to be. `message` comes from the reader of the body.
    static func invalid(_ message: String) -> Refusal {
        Refusal(status: .badRequest, code: .invalidArgument, message: message)
    }
    static let lineTooLong = Refusal(
        status: .uriTooLong, code: .invalidArgument, message: "the request line is longer than 8 KiB")
    static let headersTooLarge = Refusal(
        status: .requestHeaderFieldsTooLarge, code: .invalidArgument,
        message: "the headers are more than 64 KiB or more than 100")
    static let version = Refusal(
        status: .httpVersionNotSupported, code: .invalidArgument, message: "only HTTP/1.1 and HTTP/1.0 are spoken here")
    static let transferEncoding = Refusal(
        status: .notImplemented, code: .unimplemented, message: "the only transfer encoding understood here is chunked")
    static let headTooSlow = Refusal(
        status: .requestTimeout, code: .deadlineExceeded, message: "the headers did not arrive in time")
    static let bodyTooSlow = Refusal(
        status: .requestTimeout, code: .deadlineExceeded, message: "the body did not arrive in time")
    static let host = Refusal(
        status: .forbidden, code: .permissionDenied,
        message: "Host is neither a loopback name nor configured as collector.hosts")
    static let origin = Refusal(
        status: .forbidden, code: .permissionDenied,
        message: "requests of web pages (with an Origin header) are refused")
    static let notFound = Refusal(
        status: .notFound, code: .notFound,
        message: "no such path; telemetry goes to /v1/traces, /v1/logs and /v1/metrics")
    static func method(allowed: String) -> Refusal {
        Refusal(
            status: .methodNotAllowed, code: .unimplemented, message: "this path answers \(allowed) only",
            headers: [("Allow", allowed)])
    }
    static let expectation = Refusal(
        status: .expectationFailed, code: .invalidArgument, message: "the only expectation met here is 100-continue")
    static let contentType = Refusal(
        status: .unsupportedMediaType, code: .invalidArgument,
        message: "Content-Type must be application/x-protobuf or application/json (UTF-8)")
    static let contentEncoding = Refusal(
        status: .unsupportedMediaType, code: .invalidArgument, message: "Content-Encoding must be gzip or identity",
        headers: [("Accept-Encoding", "gzip")])
    static func tooLarge(_ message: String) -> Refusal {
        Refusal(status: .payloadTooLarge, code: .resourceExhausted, message: message)
    }
    /// A state that passes: the client may send the same again after a while.
    static func unavailable(_ message: String) -> Refusal {
        Refusal(
            status: .serviceUnavailable, code: .unavailable, message: message,
            retryAfter: Int.random(in: retryTimes))
    }
    static var stopping: Refusal { unavailable("the collector is stopping") }
    /// A fault of ours; `id` stands in the log beside the cause.
    static func internalError(id: String) -> Refusal {
        Refusal(
            status: .internalServerError, code: .internalError,
            message: "something is wrong here; the log of headframed says what, with id \(id)")
    }

    /// Seconds after which a client may come again; jittered, so that clients refused together do not come back together.
    private static let retryTimes = 1...5
}
