import Redaction

// What goes when contents are not kept.
extension ContentKeys {
    /// Endings of keys that say what something is, not what was written.
    private static let metadata = [
        ".name", ".version", ".id", "_id", ".type", ".role", ".model", ".model_name", ".finish_reason",
        ".finish_reasons",
        ".usage_details", ".cost_details", ".level", ".environment", ".release", ".score", ".tags", ".session.id",
        ".user.id",
    ]

    /// Names of events that are messages of a conversation.
    private static let messages: [StaticString] = [
        "gen_ai.choice", "gen_ai.content.", "gen_ai.client.inference.operation.details",
    ]

    /// Those of metadata go first.
    private static let texts = KeyPatterns(metadata.map { "*" + $0 } + prefixes.map { $0 + "*" } + raw)

    /// Whether an attribute of this key holds what people or models wrote, rather than what it is about.
    static func holdsText(_ key: UnsafeRawBufferPointer) -> Bool {
        guard let first = texts.first(in: key) else { return false }
        return first >= metadata.count
    }

    /// Whether an event of this name is a message of a conversation.
    static func namesMessage(_ name: UnsafeRawBufferPointer) -> Bool {
        messages.contains { begins(name, with: $0) } || begins(name, with: "gen_ai.") && ends(name, with: ".message")
    }

    private static func begins(_ key: UnsafeRawBufferPointer, with prefix: StaticString) -> Bool {
        prefix.withUTF8Buffer { key.count >= $0.count && key.prefix($0.count).elementsEqual($0) }
    }

    private static func ends(_ key: UnsafeRawBufferPointer, with suffix: StaticString) -> Bool {
        suffix.withUTF8Buffer { key.count >= $0.count && key.suffix($0.count).elementsEqual($0) }
    }
}
