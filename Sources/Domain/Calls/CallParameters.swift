/// How a model is asked to answer, as far as it changes what it answers. What nobody says is nil.
public struct CallParameters: Hashable, Sendable {
    public var temperature: Double?
    public var topP: Double?
    public var topK: Double?
    /// The most tokens that the answer may have.
    public var maximumTokens: Double?
    public var frequencyPenalty: Double?
    public var presencePenalty: Double?

    /// Nothing is said.
    public init() {}

    /// All that is said in one line, such as `temperature 0.7, max_tokens 512`; nil when nothing is.
    public var text: String? {
        let said: [(String, Double?)] = [
            ("temperature", temperature), ("top_p", topP), ("top_k", topK), ("max_tokens", maximumTokens),
            ("frequency_penalty", frequencyPenalty), ("presence_penalty", presencePenalty),
        ]
        let parts = said.compactMap { name, value in value.map { "\(name) \(Self.text($0))" } }
        return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }

    private static func text(_ value: Double) -> String {
        // What was a 32-bit number somewhere is said as it was meant: 0.7, not 0.699999988079071.
        let short = Float(value)
        return Int64(exactly: value).map(String.init) ?? (Double(short) == value ? "\(short)" : "\(value)")
    }
}
