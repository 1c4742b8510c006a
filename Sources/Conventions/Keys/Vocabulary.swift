import Domain

/// The words with which dialects say what a span does: those of `gen_ai.operation.name`, of the kinds of OpenInference, OpenLLMetry,
/// LangSmith, Langfuse and MLflow, of Semantic Kernel and of Vercel's AI SDK. They do not contradict one another, so one table
/// serves all.
enum Vocabulary {
    /// The operation that `word` means, letter case and JSON quotes aside; nil for words that say nothing.
    static func operation(_ word: some Collection<UInt8>) -> Operation? {
        withUnsafeTemporaryAllocation(byteCount: longest, alignment: 1) { buffer in
            var count = 0
            for byte in word where byte != 0x22 {
                guard count < longest else { return nil }
                buffer[count] = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
                count += 1
            }
            return table.value(of: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private static let longest = 32

    private static let table = ByteTable<Operation>([
        ("chat", .chat), ("llm", .chat), ("chat_model", .chat), ("generation", .chat), ("responses", .chat),
        ("chat.completions", .chat), ("chat.streaming_completions", .chat), ("text.completions", .textCompletion),
        ("text.streaming_completions", .textCompletion), ("text_completions", .textCompletion),
        ("text_completion", .textCompletion), ("completion", .textCompletion), ("generate_content", .generateContent),
        ("embeddings", .embeddings), ("embedding", .embeddings), ("retrieval", .retrieval), ("retriever", .retrieval),
        ("rerank", .rerank), ("reranker", .rerank), ("execute_tool", .executeTool), ("tool", .executeTool),
        ("create_agent", .createAgent), ("invoke_agent", .invokeAgent), ("agent", .invokeAgent),
        ("invoke_workflow", .invokeWorkflow), ("workflow", .invokeWorkflow), ("guardrail", .guardrail),
        ("evaluator", .evaluation), ("evaluation", .evaluation), ("prompt", .prompt), ("task", .task), ("chain", .task),
        ("parser", .task), ("span", .task), ("framework", .task), ("execute_task", .task), ("orchestrate_tools", .task),
        ("vector_db_retrieve", .retrieval),
        ("ai.generatetext.dogenerate", .chat), ("ai.streamtext.dostream", .chat),
        ("ai.generateobject.dogenerate", .chat),
        ("ai.streamobject.dostream", .chat), ("ai.embed.doembed", .embeddings), ("ai.embedmany.doembed", .embeddings),
        ("ai.rerank.dorerank", .rerank), ("ai.toolcall", .executeTool), ("ai.generatetext", .task),
        ("ai.streamtext", .task), ("ai.generateobject", .task), ("ai.streamobject", .task), ("ai.embed", .task),
        ("ai.embedmany", .task), ("ai.rerank", .task),
    ])

    /// The operation of a Haystack component, told from the name of its class.
    static func haystackOperation(_ type: String) -> Operation {
        let endings: [(String, Operation)] = [
            ("ChatGenerator", .chat), ("Generator", .textCompletion), ("Embedder", .embeddings),
            ("Retriever", .retrieval),
            ("Ranker", .rerank), ("PromptBuilder", .prompt), ("Evaluator", .evaluation), ("ToolInvoker", .executeTool),
            ("Agent", .invokeAgent),
        ]
        return endings.first { type.hasSuffix($0.0) }?.1 ?? .task
    }

    /// The provider that a Haystack component asks, told from the name of its class; nil when that names none.
    static func haystackProvider(_ type: String) -> String? {
        let beginnings: [(String, String)] = [
            ("AzureOpenAI", "azure.ai.openai"), ("OpenAI", "openai"), ("Anthropic", "anthropic"), ("Cohere", "cohere"),
            ("Mistral", "mistral_ai"), ("GoogleGenAI", "gcp.gen_ai"), ("GoogleAI", "gcp.gemini"),
            ("VertexAI", "gcp.vertex_ai"), ("AmazonBedrock", "aws.bedrock"), ("WatsonX", "ibm.watsonx.ai"),
        ]
        return beginnings.first { type.hasPrefix($0.0) }?.1
    }
}
