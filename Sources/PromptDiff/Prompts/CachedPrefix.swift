import Domain

/// How much of the beginning of a prompt a provider may take from its cache instead of reading it again, in tokens (estimates).
///
/// Providers keep what calls of one model begin with. In the order in which they read a prompt (tools, response format, then the
/// messages) that is everything before the first variable. A version that differs before that loses the rest: until its own beginning
/// is kept, every call pays for it. Short prefixes (below about a thousand tokens) are not kept by most providers at all.
public struct CachedPrefix: Hashable, Sendable {
    /// What calls of the old version have in common.
    public let old: Int
    /// What calls of the new version have in common.
    public let new: Int
    /// What calls of both versions have in common: what stays of the cache when the new version takes over. 0 when the model changes.
    public let kept: Int

    /// Whether calls lose some of what they took from the cache.
    public var isLost: Bool { kept < old }

    /// What stays of the cache when `new` takes over from `old`.
    public init(from old: Prompt, to new: Prompt) {
        let (oldText, newText) = (Self.rendered(old), Self.rendered(new))
        self.old = TokenEstimate(oldText).count
        self.new = TokenEstimate(newText).count
        guard old.model == new.model, oldText != newText else {
            kept = old.model == new.model ? self.old : 0
            return
        }
        let (oldBytes, newBytes) = (Array(oldText.utf8), Array(newText.utf8))
        var end = zip(oldBytes, newBytes).prefix { $0 == $1 }.count
        // No letter is taken in halves.
        while end > 0, end < oldBytes.count, oldBytes[end] & 0xC0 == 0x80 { end -= 1 }
        kept = TokenEstimate(String(decoding: oldBytes[..<end], as: UTF8.self)).count
    }

    /// The beginning of the prompt as a provider reads it, up to the first variable.
    private static func rendered(_ prompt: Prompt) -> String {
        var text = prompt.tools.map { $0.name + " " + $0.definition.text + "\n" }.joined()
        if let format = prompt.responseFormat { text += format.text + "\n" }
        for message in prompt.messages {
            text += message.role + "\n"
            let fixed = Template.fixedPrefix(of: message.text, syntax: prompt.syntax)
            text += fixed.text
            guard fixed.isAll else { break }
            text += "\n"
        }
        return text
    }
}
