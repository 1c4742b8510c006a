/// A language model as its callers see it: whose it is, how fast, what its answers are called.
struct ChatModel: Sendable {
    let name: String
    /// The version that answers under the name.
    var answersAs: String
    let provider: String
    let host: String
    let responsePrefix: String
    /// Time to the first token, in seconds: median and deviation of its logarithm.
    let firstToken: (median: Double, sigma: Double)
    /// Tokens a second after that.
    let speed: (median: Double, sigma: Double)
    /// Whether writing to the prompt cache is counted, and priced, by itself.
    let reportsCacheWrites: Bool

    static let gpt4o = ChatModel(
        name: "gpt-4o", answersAs: "gpt-4o-2024-11-20", provider: "openai", host: "api.openai.com",
        responsePrefix: "chatcmpl-", firstToken: (0.42, 0.32), speed: (82, 0.22), reportsCacheWrites: false)
    static let gpt4oMini = ChatModel(
        name: "gpt-4o-mini", answersAs: "gpt-4o-mini-2024-07-18", provider: "openai", host: "api.openai.com",
        responsePrefix: "chatcmpl-", firstToken: (0.30, 0.30), speed: (110, 0.20), reportsCacheWrites: false)
    static let claudeSonnet = ChatModel(
        name: "claude-sonnet-4-5", answersAs: "claude-sonnet-4-5-20250929", provider: "anthropic",
        host: "api.anthropic.com", responsePrefix: "msg_01", firstToken: (0.70, 0.30), speed: (68, 0.22),
        reportsCacheWrites: true)

    /// The model of this name; unknown ones behave like GPT-4o under their own name.
    static func named(_ name: String) -> ChatModel {
        [gpt4o, gpt4oMini, claudeSonnet].first { $0.name == name } ?? gpt4o.renamed(name)
    }

    private func renamed(_ name: String) -> ChatModel {
        ChatModel(
            name: name, answersAs: name, provider: provider, host: host, responsePrefix: responsePrefix,
            firstToken: firstToken, speed: speed, reportsCacheWrites: reportsCacheWrites)
    }
}
