/// Why a request was refused as a whole. The message is ours, at most 200 bytes, and holds no bytes of the input.
public enum WireError: Error, Hashable, Sendable {
    /// The bytes are not what they claim to be. HTTP 400; sending them again does not help.
    case malformed(String)
    /// Values or messages nest too deeply. HTTP 400.
    case tooDeep(String)
    /// More bytes, spans or resources than one request may hold. HTTP 413.
    case tooLarge(String)
    /// Too much is being decoded at this moment. HTTP 503; sending it again later helps.
    case busy(String)

    /// The decode budget is used up.
    static let overloaded = WireError.busy("too many requests are being read at this moment")

    /// What is wrong, for the answer.
    public var message: String {
        switch self {
        case .malformed(let text), .tooDeep(let text), .tooLarge(let text), .busy(let text): text
        }
    }
}
