/// What is kept of prompts, answers, documents and tool calls.
public enum ContentCapture: String, CaseIterable, Hashable, Sendable {
    /// All of it, but for what may never be kept.
    case full
    /// All of it, without what may be harmless but names a person or a machine (`SensitiveKinds.personal`) either.
    case masked
    /// Nothing of it: only times, names, counts and other metadata.
    case off
}
