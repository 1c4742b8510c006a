import Domain
import NIOHTTP1

/// An answer, ready to be sent.
struct Answer {
    var status: HTTPResponseStatus
    var contentType: String
    var headers: [(String, String)] = []
    var body: [UInt8]

    /// A short text.
    static func text(_ text: String, contentType: String = "text/plain; charset=utf-8") -> Answer {
        Answer(status: .ok, contentType: contentType, body: Array(text.utf8))
    }

    static func json(_ json: JSON, status: HTTPResponseStatus = .ok) -> Answer {
        Answer(status: status, contentType: BodyFormat.json.mediaType, body: Array(json.text.utf8))
    }

    /// `refusal` as a `google.rpc.Status`.
    static func refusal(_ refusal: Refusal, format: BodyFormat) -> Answer {
        let body: [UInt8]
        switch format {
        case .protobuf:
            var status = ProtobufMessage()
            status.add(refusal.code.rawValue, field: 1)
            status.add(refusal.message, field: 2)
            body = status.bytes
        case .json:
            let status: JSON = ["code": .integer(Int64(refusal.code.rawValue)), "message": .string(refusal.message)]
            body = Array(status.text.utf8)
        }
        let retryAfter = refusal.retryAfter.map { ("Retry-After", String($0)) }
        return Answer(
            status: refusal.status, contentType: format.mediaType,
            headers: refusal.headers + [retryAfter].compactMap(\.self),
            body: body)
    }

    /// An export response: empty when everything was stored as it came, else a partial success.
    static func stored(rejected: Rejection?, warning: String?, signal: Signal, format: BodyFormat) -> Answer {
        let response = ExportResponse(rejected: rejected, warning: warning, signal: signal)
        let body = format == .protobuf ? response.protobuf : Array(response.json.text.utf8)
        return Answer(status: .ok, contentType: format.mediaType, body: body)
    }
}
