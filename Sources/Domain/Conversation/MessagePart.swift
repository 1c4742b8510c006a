/// A part of a message.
public enum MessagePart: Hashable, Sendable {
    case text(String)
    case reasoning(String)
    case toolCall(id: String?, name: String, arguments: JSON)
    case toolResult(id: String?, result: JSON)
    /// An image, sound or file: its kind, media type and where it is; never its bytes.
    case media(modality: String?, mimeType: String?, uri: String?)
    /// Anything else, as it came.
    case other(type: String, content: JSON)
}
