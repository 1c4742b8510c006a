/// One message of a prompt, with its variables not yet filled in.
public struct PromptMessage: Hashable, Sendable {
    /// `system`, `user`, `assistant`, or whatever the author wrote.
    public let role: String
    /// The template.
    public let text: String

    /// A message of `role`.
    public init(role: String, text: String) { (self.role, self.text) = (role, text) }
}
