// What goes when contents are not kept.
extension ContentKeys {
    /// Endings of keys that say what something is, not what was written.
    private static let metadata: [StaticString] = [
        ".name", ".version", ".id", "_id", ".type", ".role", ".model", ".model_name", ".finish_reason",
        ".finish_reasons",
        ".usage_details", ".cost_details", ".level", ".environment", ".release", ".score", ".tags", ".session.id",
        ".user.id",
    ]

    /// Names of events that are messages of a conversation.
    private static let messages: [StaticString] = [
        "gen_ai.choice", "gen_ai.content.", "gen_ai.client.inference.operation.details",
    ]

    /// Whether an attribute of this key holds what people or models wrote, rather than what it is about.
    static func holdsText(_ key: UnsafeRawBufferPointer) -> Bool {
        contains(key) && !metadata.contains { ends(key, with: $0) }
    }

    /// Whether an event of this name is a message of a conversation.
    static func namesMessage(_ name: UnsafeRawBufferPointer) -> Bool {
        messages.contains { begins(name, with: $0) } || begins(name, with: "gen_ai.") && ends(name, with: ".message")
    }
}
