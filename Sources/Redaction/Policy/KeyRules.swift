import Domain

/// What is done with attributes, and with members of JSON in texts, by their keys. The first pattern that matches counts; upper and
/// lower case are the same.
///
/// A class, because every text that is looked at takes it along.
public final class KeyRules: Sendable {
    private let patterns: KeyPatterns
    /// What is done where each of the patterns matches.
    private let actions: [KeyAction]

    /// The built-in rules, behind `rules`: patterns with the action for each, in which `*` stands for anything. Patterns without `*`
    /// go before others, longer ones before shorter ones.
    public init(_ rules: [String: KeyAction] = [:]) {
        let own = rules.sorted { left, right in
            let (first, second) = (left.key.utf8.contains(0x2A), right.key.utf8.contains(0x2A))
            if first != second { return second }
            let (long, short) = (left.key.utf8.count, right.key.utf8.count)
            return long != short ? long > short : left.key < right.key
        }
        patterns = KeyPatterns(own.map(\.key) + KeyRules.kept + KeyRules.dropped)
        actions =
            own.map(\.value) + KeyRules.kept.map { _ in .keep } + KeyRules.dropped.map { _ in .drop }
    }

    /// Whether any value is to be replaced by a pseudonym.
    public var needPseudonyms: Bool { actions.contains(.hash) }

    /// What is done with the attribute `key`; nil when no rule says anything.
    public func action(for key: UnsafeRawBufferPointer) -> KeyAction? { patterns.first(in: key).map { actions[$0] } }

    /// Counts and kinds of the tokens of models, which are no secrets.
    private static let kept = [
        "gen_ai.usage.*", "gen_ai.token.*", "gen_ai.response.*", "gen_ai.request.*", "llm.token_count.*", "llm.usage.*",
        "*tokens", "*tokens_*", "*tokensdetails", "*token_count*", "*tokencount*", "*token_usage*", "*tokenusage*",
        "*token_type*", "*token_ids", "*tokeniz*", "*first_token*", "*per_token*", "*output_token*",
        "*input_token*", "*prompt_token*", "*completion_token*", "*outputtoken*", "*inputtoken*", "*prompttoken*",
        "*completiontoken*", "*special_token*", "*eos_token", "*bos_token", "*pad_token", "*unk_token", "*stop_token",
    ]
    private static let dropped = [
        "authorization", "*.authorization", "proxy-authorization", "*.proxy-authorization", "cookie", "*.cookie",
        "set-cookie",
        "*.set-cookie", "*token*", "*secret*", "*password*", "*passwd*", "*passphrase*", "*api_key*", "*apikey*",
        "*api-key*",
        "*private_key*", "*private-key*", "*privatekey*", "*access_key*", "*access-key*", "*accesskey*", "*credential*",
    ]
}
