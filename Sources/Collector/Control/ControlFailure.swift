import Domain
import NIOHTTP1
import Storage

/// Why a request of the control API is not done, and how that is said: `{"error":{"code","message"}}`.
struct ControlFailure: Error {
    var status: HTTPResponseStatus
    /// For programs; stable.
    var code: String
    /// For people: our own words, nothing of the request.
    var message: String
    var headers: [(String, String)] = []

    init(_ status: HTTPResponseStatus, _ code: String, _ message: String, headers: [(String, String)] = []) {
        (self.status, self.code, self.message, self.headers) = (status, code, message, headers)
    }

    static func invalid(_ message: String) -> ControlFailure { ControlFailure(.badRequest, "invalid", message) }
    static let noSuchPath = ControlFailure(
        .notFound, "not_found", "no such path; GET /api/v1/openapi.json lists what there is")
    static func method(allowed: [String]) -> ControlFailure {
        let list = allowed.joined(separator: ", ")
        return ControlFailure(
            .methodNotAllowed, "method_not_allowed", "this path answers \(list) only", headers: [("Allow", list)])
    }

    /// What was said before the request was understood.
    init(_ refusal: Refusal) {
        let code =
            switch refusal.status {
            case .forbidden: "not_allowed"
            case .requestTimeout: "too_slow"
            case .payloadTooLarge, .uriTooLong, .requestHeaderFieldsTooLarge: "too_large"
            case .serviceUnavailable: "unavailable"
            case .unsupportedMediaType: "unsupported_media_type"
            default: "invalid"
            }
        self.init(refusal.status, code, refusal.message, headers: refusal.headers)
    }

    init(_ refusal: ControlRefusal) {
        switch refusal.reason {
        case .notAllowed: self.init(.forbidden, "not_allowed", refusal.message)
        case .notFound: self.init(.notFound, "not_found", refusal.message)
        case .moved: self.init(.conflict, "moved", refusal.message)
        case .keyReused: self.init(.unprocessableEntity, "key_reused", refusal.message)
        case .invalid: self.init(.badRequest, "invalid", refusal.message)
        case .notRunning, .unavailable: self.init(Refusal.unavailable(refusal.message))
        case .failed: self.init(.internalServerError, "internal", refusal.message)
        }
    }

    /// A state that passes.
    init(_ error: StoreError) {
        switch error {
        case .closed: self.init(Refusal.stopping)
        case .diskFull: self.init(Refusal.unavailable("the disk of the store is full, its reserve too"))
        case .readOnly: self.init(Refusal.unavailable("the store cannot be written at present"))
        default: self.init(Refusal.unavailable("the store cannot do it at present"))
        }
    }

    var answer: Answer {
        let body: JSON = ["error": ["code": .string(code), "message": .string(message)]]
        return Answer(status: status, contentType: "application/json", headers: headers, body: Array(body.text.utf8))
    }
}
