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
        return Answer(
            status: refusal.status, contentType: format.mediaType, headers: refusal.headers, body: body)
    }

    /// An export response: empty when everything was stored as it came, else a partial success.
    static func stored(rejected: Rejection?, warning: String?, signal: Signal, format: BodyFormat) -> Answer {
        let count = rejected?.count ?? 0
        let message = rejected.map { "\($0.count) \(signal.items) refused: \($0.reason)" } ?? warning
        let body: [UInt8]
        switch (format, message) {
        case (.protobuf, nil): body = []
        case (.protobuf, let message?):
            var partial = ProtobufMessage()
            partial.add(count, field: 1)
            partial.add(message, field: 2)
            var response = ProtobufMessage()
            response.add(partial, field: 1)
            body = response.bytes
        case (.json, nil): body = Array("{}".utf8)
        case (.json, let message?):
            let partial: JSON = .object([
                .init(signal.rejectedName, .string(String(count))), .init("errorMessage", .string(message)),
            ])
            body = Array(JSON.object([.init("partialSuccess", partial)]).text.utf8)
        }
        return Answer(status: .ok, contentType: format.mediaType, body: body)
    }
}
