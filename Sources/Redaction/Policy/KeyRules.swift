import Domain

/// What is done with attributes by their keys. The first pattern that matches counts; upper and lower case are the same.
public struct KeyRules: Sendable {
    private struct Rule {
        let pattern: [UInt8]
        let action: KeyAction
    }

    private let rules: [Rule]

    /// The built-in rules, behind `rules`: patterns with the action for each, in which `*` stands for anything. Patterns without `*`
    /// go before others, longer ones before shorter ones.
    public init(_ rules: [String: KeyAction] = [:]) {
        let own = rules.map { Rule(pattern: KeyRules.lowercased($0.key), action: $0.value) }
        let sorted = own.sorted { left, right in
            let (first, second) = (left.pattern.contains(0x2A), right.pattern.contains(0x2A))
            if first != second { return second }
            return left.pattern.count != right.pattern.count
                ? left.pattern.count > right.pattern.count : left.pattern.lexicographicallyPrecedes(right.pattern)
        }
        self.rules =
            sorted + KeyRules.kept.map { Rule(pattern: KeyRules.lowercased($0), action: .keep) }
            + KeyRules.dropped.map { Rule(pattern: KeyRules.lowercased($0), action: .drop) }
    }

    /// Whether any value is to be replaced by a pseudonym.
    public var needPseudonyms: Bool { rules.contains { $0.action == .hash } }

    /// What is done with the attribute `key`; nil when no rule says anything.
    public func action(for key: UnsafeRawBufferPointer) -> KeyAction? {
        rules.first { Glob.matches($0.pattern, key) }?.action
    }

    /// Counts and kinds of the tokens of models, which are no secrets.
    private static let kept = [
        "gen_ai.usage.*", "gen_ai.token.*", "gen_ai.response.*", "gen_ai.request.*", "llm.token_count.*", "llm.usage.*",
        "*_tokens", "*.tokens", "*tokens_*", "*token_count*", "*token_usage*", "*token_type*", "*tokenizer*",
        "*first_token*",
        "*per_token*", "*output_token*", "*input_token*", "*prompt_token*", "*completion_token*",
    ]
    private static let dropped = [
        "authorization", "*.authorization", "proxy-authorization", "*.proxy-authorization", "cookie", "*.cookie",
        "set-cookie",
        "*.set-cookie", "*token*", "*secret*", "*password*", "*passwd*", "*passphrase*", "*api_key*", "*apikey*",
        "*api-key*",
        "*private_key*", "*access_key*", "*credential*",
    ]

    private static func lowercased(_ text: String) -> [UInt8] { text.utf8.map(\.lowercased) }
}
