import Domain

/// Everything that differs between two prompts: what a reviewer looks at.
public struct PromptDifference: Hashable, Sendable {
    /// The messages.
    public let text: TextDifference
    /// Model, parameters, retrieval index, response format, tools, declared variables and notes; one for each value that changed.
    public let settings: [SettingChange]
    /// Variables that only the new prompt uses, in the order of its text: whoever fills them in has to know.
    public let addedVariables: [String]
    /// Variables that only the old prompt uses, in the order of its text.
    public let lostVariables: [String]
    /// About how many tokens the messages of the old prompt have before variables are filled in.
    public let oldTokens: Int
    /// About how many tokens the messages of the new prompt have before variables are filled in.
    public let newTokens: Int
    /// What becomes of what providers keep of the beginning of the prompt.
    public let cachedPrefix: CachedPrefix

    /// What differs between two prompts. Their names do not count.
    public init(from old: Prompt, to new: Prompt) {
        text = TextDifference(from: old.messages, to: new.messages)
        settings = SettingChange.changes(from: old, to: new)
        let (oldNames, newNames) = (TemplateReport(old).used, TemplateReport(new).used)
        addedVariables = newNames.filter(Set(newNames).subtracting(oldNames).contains)
        lostVariables = oldNames.filter(Set(oldNames).subtracting(newNames).contains)
        oldTokens = old.messages.reduce(0) { $0 + TokenEstimate($1.text).count }
        newTokens = new.messages.reduce(0) { $0 + TokenEstimate($1.text).count }
        cachedPrefix = CachedPrefix(from: old, to: new)
    }

    /// Whether both prompts say the same.
    public var isEmpty: Bool { text.isEmpty && settings.isEmpty }
}
