import Domain
import Pricing
import Testing

@Suite("Which price a name finds")
struct PriceTableNameTests {
    /// The input price of each model is its own, so that a price tells which model was found.
    private func table() throws -> PriceTable {
        func price(_ model: String, _ input: Double, provider: String? = nil) throws -> Price {
            try Price(model: model, provider: provider, standard: PriceSchedule(Rates(input: input)))
        }
        return PriceTable([
            try price("gpt-4o", 1), try price("gpt-4o-mini", 2), try price("gpt-4o-2024-05-13", 3),
            try price("gemini-2.5-flash", 4), try price("claude-sonnet-4-5", 5), try price("gpt-3.5-turbo", 6),
            try price("ft:gpt-4o", 7), try price("open-weights", 8, provider: "mistral"),
            try price("shared", 9, provider: "azure"), try price("shared", 10), try price("gemini-embedding-001", 11),
            try price("two-hosts", 12, provider: "groq"), try price("two-hosts", 13, provider: "together"),
            try price("claude-opus-4-5", 14), try price("claude-opus-4-5-20251101", 15),
            try price("meta-llama/Llama-3.3-70B-Instruct", 16, provider: "groq"),
            try price("meta-llama/Llama-3.3-70B-Instruct", 17, provider: "together"),
            try price("resold", 18, provider: "deepseek"), try price("resold", 19, provider: "openrouter"),
        ])
    }

    private func input(_ model: String, _ provider: String?) throws -> Double? {
        let usage = TokenUsage(input: 1_000_000, output: nil)
        return try table().cost(of: usage, model: model, provider: provider, at: Timestamp(seconds: 0))?.usd
    }

    @Test(
        "Spellings of one model",
        arguments: [
            ("gpt-4o", 1.0), ("GPT-4o", 1), ("gpt-4o-2024-08-06", 1), ("gpt-4o-20240806", 1), ("openai/gpt-4o", 1),
            ("openrouter/openai/gpt-4o-2024-11-20", 1), ("azure/gpt-4o", 1), ("my-gateway/gpt-4o", 1),
            ("gpt-4o-mini", 2), ("openai/gpt-4o-mini", 2), ("gpt-4o-mini-2024-07-18", 2), ("gpt-4o-2024-05-13", 3),
            ("models/gemini-2.5-flash", 4), ("gemini/gemini-2.5-flash", 4), ("gemini-2.5-flash-001", 4),
            ("publishers/google/models/gemini-2.5-flash", 4), ("gemini-2.5-flash@default", 4),
            ("gemini-embedding-001", 11),
            ("claude-sonnet-4-5-20250929", 5), ("claude-sonnet-4-5@20250929", 5), ("anthropic/claude-sonnet-4.5", 5),
            ("anthropic.claude-sonnet-4-5-20250929-v1:0", 5), ("us.anthropic.claude-sonnet-4-5-20250929-v1:0", 5),
            ("eu.anthropic.claude-sonnet-4-5-v2:0:200k", 5), ("global.anthropic.claude-sonnet-4-5", 5),
            ("arn:aws:bedrock:eu-west-1:1:inference-profile/eu.anthropic.claude-sonnet-4-5-20250929-v1:0", 5),
            ("claude-opus-4-5@20251101", 15), ("anthropic/claude-opus-4-5@20251101", 15),
            ("claude-opus-4-5@20251102", 14),
            ("claude-opus-4-5@default", 14), ("claude-opus-4-5@001", 14), ("gpt-35-turbo", 6),
            ("ft:gpt-4o-2024-08-06:acme::9abc", 7),
        ])
    func spellings(_ model: String, _ expected: Double) throws {
        #expect(try input(model, nil) == expected)
    }

    @Test(
        "Another model is never priced",
        arguments: [
            "gpt-4o-nano", "gpt-4", "gpt-4o-mini-search", "gpt-4o-preview", "gpt-4o-0806", "gpt-4o-2024-08",
            "gpt-4o-12345678",
            "gpt-4o:free", "gpt-4o-2024-08-06-custom", "xgpt-4o", "gpt-4o ", "-2024-08-06", "gemini-2.5-flash-lite",
            "gemini-2.5-flash-preview", "gemini-2.5-flash-01", "claude-sonnet-4", "claude-sonnet-4-5-fast",
            "mars.anthropic.claude-sonnet-4-5", "meta.claude-sonnet-4-5", "gpt-4o@beta", "ft:gpt-4o-nano:acme",
            "gemini-embedding-002",
        ])
    func others(_ model: String) throws {
        #expect(try input(model, nil) == nil)
    }

    @Test(
        "The provider decides where the price is only his",
        arguments: [
            ("open-weights", nil, 8.0), ("open-weights", "mistral_ai", 8), ("open-weights", "MistralAI", 8),
            ("open-weights", "groq", nil), ("mistral/open-weights", "litellm", 8),
            ("together/open-weights", "mistral", 8), ("together/open-weights", nil, nil),
            ("mistralai/open-weights", nil, 8), ("mistralai/open-weights", "openrouter", 8),
            ("mistralai/open-weights", "groq", nil),
            ("groq/open-weights", "openrouter", nil), ("openrouter/mistral/open-weights", "openrouter", 8),
            ("meta-llama/Llama-3.3-70B-Instruct", "groq", 16), ("meta-llama/llama-3.3-70b-instruct", "Together", 17),
            ("meta-llama/Llama-3.3-70B-Instruct", nil, nil), ("meta-llama/Llama-3.3-70B-Instruct", "openrouter", nil),
            ("qwen/two-hosts", "groq", 12), ("deepseek-ai/two-hosts", nil, nil),
            ("together/deepseek-ai/two-hosts", "litellm", 13),
            ("deepseek/resold", "openrouter", 19), ("deepseek/resold", "litellm", 18), ("deepseek/resold", nil, 18),
            ("shared", "azure.ai.openai", 9), ("shared", "az.ai.openai", 9), ("shared", "openai", 10),
            ("azure/shared", nil, 9),
            ("two-hosts", "groq", 12), ("two-hosts", "together", 13), ("two-hosts", nil, nil),
        ] as [(String, String?, Double?)])
    func providers(_ model: String, _ provider: String?, _ expected: Double?) throws {
        #expect(try input(model, provider) == expected)
    }

    @Test(
        "Hostile names have no price and do no harm",
        arguments: [
            "", "/", "//", "a/", "@", "ft:", "ft::", ":", ".", "anthropic.", "us.anthropic.", "anthropic.-v1",
            "gpt-35-", "claude-.",
            "-00", "gemini-", "gemini-001", "\u{0}", "\u{1B}[31mgpt-4o", "gpt\u{2011}4o", "gpt-4o\u{301}", "ＧＰＴ-4o",
            "gpt-4o\r\n",
            String(repeating: "a", count: 1_000_000), String(repeating: "/", count: 256),
            String(repeating: "us.", count: 85),
            String(repeating: "e\u{301}", count: 80),
        ])
    func hostile(_ model: String) throws {
        #expect(try input(model, nil) == nil)
        #expect(try input("gpt-4o", model) == (model.utf8.count > 256 ? nil : 1))
    }

    @Test("More names than are remembered are still priced")
    func manyNames() throws {
        let table = try table()
        let usage = TokenUsage(input: 1_000_000, output: nil)
        for number in 0..<5000 {
            let cost = table.cost(of: usage, model: "gateway-\(number)/gpt-4o", at: Timestamp(seconds: 0))
            #expect(cost == Money(nanodollars: 1_000_000_000))
        }
    }
}
