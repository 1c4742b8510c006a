/// One thing about calls whose distribution is watched.
public struct DriftSignal: Hashable, Sendable {
    /// As it is written: `input_length`, `score:faithfulness`.
    public let name: String
    /// What its values are, which decides how they are compared.
    public let kind: Kind
    /// Whether users or the application decide about it.
    public let side: Side

    /// What the values of a signal are.
    public enum Kind: String, Sendable, CaseIterable {
        /// Real numbers.
        case number
        /// One of some words.
        case category
        /// Embeddings.
        case vector
        /// Numbers from 0 to 1 with a baseline, watched record by record for a rise of what is bad.
        case rate
        /// Pairs of scores of golden examples, from evaluation runs.
        case paired
    }

    /// Where a signal comes from. What users send does not depend on the release, so its reference outlives releases; what the application
    /// makes of it is compared with the same release.
    public enum Side: String, Sendable, CaseIterable { case input, output }

    private init(_ name: String, _ kind: Kind, _ side: Side) { (self.name, self.kind, self.side) = (name, kind, side) }

    /// Unicode scalars of what the user said last.
    public static let inputLength = DriftSignal("input_length", .number, .input)
    /// Unicode scalars of the answer.
    public static let outputLength = DriftSignal("output_length", .number, .output)
    /// Tokens of the whole prompt.
    public static let inputTokens = DriftSignal("input_tokens", .number, .output)
    public static let outputTokens = DriftSignal("output_tokens", .number, .output)
    /// Seconds.
    public static let latency = DriftSignal("latency", .number, .output)
    /// Seconds to the first token, of calls that streamed.
    public static let timeToFirstToken = DriftSignal("ttft", .number, .output)
    /// US dollars a call.
    public static let cost = DriftSignal("cost", .number, .output)
    /// The best score of the documents that a retrieval step found.
    public static let retrievalScore = DriftSignal("retrieval_score", .number, .output)
    /// The tone of the answer, −1 to 1.
    public static let sentiment = DriftSignal("sentiment", .number, .output)
    /// Whether the answer declines.
    public static let refusal = DriftSignal("refusal", .rate, .output)
    /// The language of what the user said last.
    public static let language = DriftSignal("language", .category, .input)
    /// The model that answered.
    public static let model = DriftSignal("model", .category, .output)
    /// Why the model stopped.
    public static let finishReason = DriftSignal("finish_reason", .category, .output)
    /// The cluster of prompts to which the input belongs.
    public static let topic = DriftSignal("topic", .category, .input)
    /// The embedding of what the user said last.
    public static let inputMeaning = DriftSignal("input_meaning", .vector, .input)
    /// The embedding of the answer.
    public static let outputMeaning = DriftSignal("output_meaning", .vector, .output)

    /// Scores of a name; within 0 … 1, and the more the better.
    public static func score(_ name: String) -> DriftSignal { DriftSignal("score:" + name, .rate, .output) }
    /// Scores of a golden set in evaluation runs, example by example.
    public static func groundTruth(_ set: String) -> DriftSignal {
        DriftSignal("ground_truth:" + set, .paired, .output)
    }

    /// Those that are there without any configuration.
    public static let usual: [DriftSignal] = [
        inputLength, outputLength, inputTokens, outputTokens, latency, timeToFirstToken, cost, retrievalScore,
        sentiment,
        refusal, language, model, finishReason, topic, inputMeaning, outputMeaning,
    ]

    /// The signal of this name; nil when there is none.
    public init?(_ name: String) {
        if let usual = Self.usual.first(where: { $0.name == name }) {
            self = usual
        } else if name.hasPrefix("score:"), name.utf8.count > 6 {
            self = .score(String(name.dropFirst(6)))
        } else if name.hasPrefix("ground_truth:"), name.utf8.count > 13 {
            self = .groundTruth(String(name.dropFirst(13)))
        } else {
            return nil
        }
    }
}
