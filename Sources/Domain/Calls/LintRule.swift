/// A way in which the numbers of a call contradict themselves or one another. Each is a fact about an instrumentation more than
/// about one call: the same library makes the same mistake every time.
public enum LintRule: UInt8, Sendable, CaseIterable {
    /// The input was said without the tokens read from or written to a cache; they were added.
    case cacheOutsideInput
    /// The output was said without the reasoning; it was added.
    case reasoningOutsideOutput
    /// More audio than input.
    case audioBeyondInput
    /// More audio than output.
    case audioBeyondOutput
    /// A total that is not the sum of input and output.
    case totalMismatch
    /// A number of tokens that cannot be: negative, absurdly large, no number.
    case impossibleCount
    /// No tokens at all of a call that was answered.
    case placeholderUsage
    /// Another counted call of the trace gave the same response.
    case repeatedResponse
    /// The tokens of the call are those of all other counted calls of the trace together.
    case sumOfOthers

    /// The rule of this name; nil when there is none.
    public init?(name: String) {
        guard let rule = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = rule
    }

    /// A short name, as it is written in tables and filters.
    public var name: String {
        switch self {
        case .cacheOutsideInput: "cache outside input"
        case .reasoningOutsideOutput: "reasoning outside output"
        case .audioBeyondInput: "audio beyond input"
        case .audioBeyondOutput: "audio beyond output"
        case .totalMismatch: "total mismatch"
        case .impossibleCount: "impossible count"
        case .placeholderUsage: "placeholder usage"
        case .repeatedResponse: "repeated response"
        case .sumOfOthers: "sum of others"
        }
    }

    /// What is wrong and what was made of it.
    public var sentence: String {
        switch self {
        case .cacheOutsideInput:
            "The input tokens leave the cached ones out. They were added, since the standard counts them in."
        case .reasoningOutsideOutput:
            "The output tokens leave the reasoning out. It was added, since the standard counts it in."
        case .audioBeyondInput:
            "There are more audio tokens than input tokens. Only so many as there is input are priced as audio."
        case .audioBeyondOutput:
            "There are more audio tokens than output tokens. Only so many as there is output are priced as audio."
        case .totalMismatch:
            "The total is not the sum of input and output. Input and output were taken as they are said."
        case .impossibleCount:
            "A number of tokens cannot be (negative, above a billion, or no number). It was left out."
        case .placeholderUsage:
            "The call was answered and says 0 tokens in and out. The client probably did not know them."
        case .repeatedResponse:
            "Two calls of the trace gave the same response. Their tokens are probably counted twice."
        case .sumOfOthers:
            "The call has as many tokens as all other calls of its trace together. It is probably a sum of them, counted twice."
        }
    }
}
