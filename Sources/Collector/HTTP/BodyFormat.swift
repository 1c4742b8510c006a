/// How a body is written; answers are written as the request was.
enum BodyFormat: Sendable {
    case protobuf
    case json

    /// The media type, as it stands in `Content-Type`.
    var mediaType: String {
        switch self {
        case .protobuf: "application/x-protobuf"
        case .json: "application/json"
        }
    }

    /// The format that a `Content-Type` names; nil for other types and for character sets other than UTF-8.
    init?(contentType: String) {
        let parts = contentType.lowercased().utf8.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        let trimmed = parts.map { String(decoding: $0.trimmingBlanks(), as: UTF8.self) }
        switch trimmed.first {
        case "application/x-protobuf": self = .protobuf
        case "application/json": self = .json
        default: return nil
        }
        let isUTF8 = trimmed.dropFirst().allSatisfy { parameter in
            !parameter.hasPrefix("charset=") || ["charset=utf-8", "charset=\"utf-8\""].contains(parameter)
        }
        guard isUTF8 else { return nil }
    }
}
