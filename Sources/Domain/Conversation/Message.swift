/// One message of a conversation with a model.
public struct Message: Hashable, Sendable {
    /// `system`, `user`, `assistant`, `tool`, or whatever the client said.
    public var role: String
    public var parts: [MessagePart]
    /// Why the model stopped, for messages of the output.
    public var finishReason: String?

    /// A message of the given parts.
    public init(role: String, parts: [MessagePart], finishReason: String? = nil) {
        (self.role, self.parts, self.finishReason) = (role, parts, finishReason)
    }

    /// All text of the message.
    public var text: String {
        parts.compactMap { if case .text(let text) = $0 { text } else { nil } }.joined()
    }
}
