import Domain

/// What is kept of prompts, answers, documents and tool calls.
public struct ContentSettings: Hashable, Sendable {
    /// In environments that are not named.
    public var capture = ContentCapture.full
    /// By environment.
    public var environments: [String: ContentCapture] = [:]

    /// The defaults.
    public init() {}
}
