/// What a span does, in the words of `gen_ai.operation.name`; values that are not listed here are kept as they came.
public struct Operation: RawRepresentable, Hashable, Sendable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let chat = Operation(rawValue: "chat")
    public static let textCompletion = Operation(rawValue: "text_completion")
    public static let generateContent = Operation(rawValue: "generate_content")
    public static let embeddings = Operation(rawValue: "embeddings")
    public static let retrieval = Operation(rawValue: "retrieval")
    public static let rerank = Operation(rawValue: "rerank")
    public static let executeTool = Operation(rawValue: "execute_tool")
    public static let createAgent = Operation(rawValue: "create_agent")
    public static let invokeAgent = Operation(rawValue: "invoke_agent")
    public static let invokeWorkflow = Operation(rawValue: "invoke_workflow")
    public static let guardrail = Operation(rawValue: "guardrail")
    public static let evaluation = Operation(rawValue: "evaluation")
    public static let prompt = Operation(rawValue: "prompt")
    public static let task = Operation(rawValue: "task")

    /// Whether a model is asked to produce something. Innermost spans of this kind are the LLM calls that are counted.
    public var isInference: Bool { self == .chat || self == .textCompletion || self == .generateContent }
    /// Whether its own tokens and cost may be summed: inference, embeddings and reranking; never agents, workflows or tools.
    public var hasUsage: Bool { isInference || self == .embeddings || self == .rerank }
}
