/// The names under which telemetry speaks of one provider, made one.
enum ProviderName {
    /// The name that stands for all names of the provider called `name`; lower case.
    static func canonical(_ name: String) -> String {
        let name = name.lowercased()
        if let known = synonyms[name] { return known }
        // Vercel's AI SDK adds the interface that was used: `openai.chat`, `anthropic.messages`.
        guard let dot = name.lastIndex(of: "."), interfaces.contains(String(name[name.index(after: dot)...])) else {
            return name
        }
        return synonyms[String(name[..<dot])] ?? String(name[..<dot])
    }

    private static let interfaces: Set<String> = [
        "chat", "completion", "embedding", "generative-ai", "messages", "responses", "text-embedding",
    ]

    private static let synonyms = [
        "mistral_ai": "mistral", "mistralai": "mistral",
        "gcp.gemini": "google", "gcp.gen_ai": "google", "gemini": "google", "google_genai": "google",
        "google-genai": "google", "google_ai": "google", "google_ai_studio": "google",
        "gcp.vertex_ai": "vertex_ai", "vertexai": "vertex_ai", "google_vertexai": "vertex_ai",
        "aws.bedrock": "bedrock", "aws_bedrock": "bedrock", "amazon_bedrock": "bedrock", "bedrock_converse": "bedrock",
        "azure.ai.openai": "azure", "az.ai.openai": "azure", "azure_openai": "azure", "azure.ai.inference": "azure",
        "az.ai.inference": "azure", "azure_ai": "azure", "azure-openai": "azure", "amazon-bedrock": "bedrock",
        "google.vertex": "vertex_ai", "google-vertex": "vertex_ai", "x_ai": "xai", "moonshot_ai": "moonshot",
        "together": "together_ai", "togetherai": "together_ai", "cohere_chat": "cohere",
    ]

    /// Those who pass calls on to the provider that has the model, at list prices.
    static let gateways: Set<String> = [
        "openrouter", "litellm", "litellm_proxy", "portkey", "helicone", "requesty", "vercel", "vercel_ai_gateway",
    ]

    /// Whether a segment of a model's path names who serves the model; not so collections, gateways, and those who publish
    /// weights for others to serve.
    static func isHost(_ segment: String) -> Bool {
        !collections.contains(segment) && !gateways.contains(segment) && !organisations.contains(segment)
    }

    private static let collections: Set<String> = ["models", "publishers"]

    /// Organisations of Hugging Face under whose names models are published.
    private static let organisations: Set<String> = [
        "01-ai", "ai21labs", "allenai", "baai", "bigcode", "coherelabs", "cohereforai", "deepseek-ai", "google-bert",
        "huggingfaceh4", "huggingfacetb", "ibm-granite", "intfloat", "internlm", "jinaai", "meta-llama", "microsoft",
        "minimaxai", "mistralai", "mixedbread-ai", "moonshotai", "nomic-ai", "nousresearch", "openbmb", "openchat",
        "qwen", "sentence-transformers", "stabilityai", "thebloke", "thudm", "tiiuae", "unsloth", "xiaomimimo",
        "zai-org",
    ]
}
