/// The names under which telemetry speaks of one provider, made one.
enum ProviderName {
    /// The name that stands for all names of the provider called `name`; lower case.
    static func canonical(_ name: String) -> String {
        let name = name.lowercased()
        return synonyms[name] ?? name
    }

    private static let synonyms = [
        "mistral_ai": "mistral", "mistralai": "mistral",
        "gcp.gemini": "google", "gcp.gen_ai": "google", "gemini": "google", "google_genai": "google",
        "google-genai": "google", "google_ai": "google", "google_ai_studio": "google",
        "gcp.vertex_ai": "vertex_ai", "vertexai": "vertex_ai", "google_vertexai": "vertex_ai",
        "aws.bedrock": "bedrock", "aws_bedrock": "bedrock", "amazon_bedrock": "bedrock", "bedrock_converse": "bedrock",
        "azure.ai.openai": "azure", "az.ai.openai": "azure", "azure_openai": "azure", "azure.ai.inference": "azure",
        "az.ai.inference": "azure", "x_ai": "xai", "moonshot_ai": "moonshot",
    ]

    /// Segments of a model's path that say nothing about who serves it: collections, and gateways that pass list prices on.
    static let neutralSegments: Set<String> = ["models", "publishers", "openrouter", "litellm_proxy"]
}
