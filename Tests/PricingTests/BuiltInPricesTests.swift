import Domain
@testable import Pricing
import Testing

@Suite("The prices that come with the program")
struct BuiltInPricesTests {
    private static let now = Timestamp(seconds: 1_795_478_400)

    @Test("Every line can be read, and no model has two")
    func readable() throws {
        let prices = try BuiltInPrices.all()
        #expect(prices.count > 500)
        #expect(Set(prices.map { "\($0.provider ?? "")/\($0.model)" }).count == prices.count)
        #expect(prices.allSatisfy { $0.model == $0.model.lowercased() })
    }

    @Test("No model is free, and tiers and bands stay within reason")
    func plausible() throws {
        for price in try BuiltInPrices.all() {
            let input = try #require(price.standard.base.input).picodollars
            #expect(input > 0)
            for schedule in [price.standard] + price.tiers.values {
                for rates in [schedule.base] + schedule.above.values {
                    let other = try #require(rates.input, "\(price.model)").picodollars
                    #expect(other * 4 >= input && other <= input * 5, "\(price.model)")
                    if let read = rates.cacheRead { #expect(read.picodollars <= other, "\(price.model)") }
                    if let output = rates.output { #expect(output.picodollars >= other, "\(price.model)") }
                }
            }
        }
    }

    @Test(
        "Known costs of known models",
        arguments: [
            // Input 1000, output 500; nano-dollars.
            ("gpt-4o-2024-08-06", "openai", nil, 7_500_000), ("gpt-4o-mini", "openai", nil, 450_000),
            ("gpt-4o-mini", "openai", "priority", 750_000), ("gpt-5.4", "openai", "flex", 5_000_000),
            ("o4-mini-2025-04-16", "openai", nil, 3_300_000), ("gpt-4o", "azure.ai.openai", nil, 7_500_000),
            ("claude-sonnet-4-5-20250929", "anthropic", nil, 10_500_000),
            ("anthropic.claude-haiku-4-5-20251001-v1:0", "aws.bedrock", nil, 3_500_000),
            ("claude-opus-4-5", "anthropic", "batch", 8_750_000),
            ("models/gemini-2.5-flash", "gcp.gemini", nil, 1_550_000),
            ("gemini-2.5-pro", "gcp.vertex_ai", nil, 6_250_000), ("mistral-large-latest", "mistral_ai", nil, 1_250_000),
            ("deepseek-chat", "deepseek", nil, 490_000), ("deepseek-chat", "openai", nil, 490_000),
        ] as [(String, String, String?, Int64)])
    func known(_ model: String, _ provider: String, _ tier: String?, _ expected: Int64) {
        let usage = TokenUsage(input: 1000, output: 500)
        let cost = PriceTable.builtIn.cost(of: usage, model: model, provider: provider, serviceTier: tier, at: Self.now)
        #expect(cost?.nanodollars == expected)
    }

    @Test("Long inputs cost more, cached ones less")
    func parts() {
        func cost(_ model: String, _ usage: TokenUsage) -> Int64? {
            PriceTable.builtIn.cost(of: usage, model: model, at: Self.now)?.nanodollars
        }
        #expect(cost("gemini-2.5-pro", TokenUsage(input: 200_000, output: 100)) == 251_000_000)
        #expect(cost("gemini-2.5-pro", TokenUsage(input: 200_001, output: 100)) == 501_502_500)
        #expect(cost("gpt-5.4", TokenUsage(input: 272_001, output: 0)) == 1_360_005_000)
        #expect(cost("gpt-4o", TokenUsage(input: 1000, output: 0, cacheRead: 1000)) == 1_250_000)
        #expect(cost("claude-sonnet-4-5", TokenUsage(input: 1000, output: 0, cacheWrite: 1000)) == 3_750_000)
        #expect(cost("text-embedding-3-small", TokenUsage(input: 1000, output: nil)) == 20_000)
    }

    @Test(
        "Clouds and fast servers have prices of their own",
        arguments: [
            // Input 1000, output 500; nano-dollars.
            ("us.anthropic.claude-haiku-4-5-20251001-v1:0", "aws.bedrock", nil, 3_850_000),
            ("eu.anthropic.claude-haiku-4-5-20251001-v1:0", "strands-agents", nil, 3_850_000),
            ("global.anthropic.claude-haiku-4-5-20251001-v1:0", "aws.bedrock", nil, 3_500_000),
            ("us-gov.anthropic.claude-opus-5", "aws.bedrock", nil, 21_000_000),
            ("us.anthropic.claude-sonnet-4-20250514-v1:0", "bedrock", nil, 10_500_000),
            ("claude-sonnet-4-20250514-v1:0", "aws.bedrock", nil, 10_500_000),
            ("amazon.nova-pro-v1:0", "aws.bedrock", nil, 2_400_000),
            ("amazon.nova-pro-v1:0", "aws.bedrock", "flex", 1_200_000),
            ("amazon.nova-pro-v1:0", "aws.bedrock", "priority", 4_200_000),
            ("amazon.nova-pro-v1:0", nil, "batch", 1_200_000), ("eu.amazon.nova-pro-v1:0", nil, nil, 3_150_000),
            ("us.amazon.nova-pro-v1:0", nil, nil, 2_400_000),
            ("arn:aws:bedrock:eu-west-1:1:inference-profile/eu.amazon.nova-lite-v1:0", nil, nil, 234_000),
            ("us.meta.llama3-3-70b-instruct-v1:0", "aws.bedrock", nil, 1_080_000),
            ("openai/gpt-oss-120b", "groq", nil, 450_000), ("groq/openai/gpt-oss-20b", nil, nil, 225_000),
            ("gpt-oss-120b", "cerebras", nil, 725_000), ("gpt-oss-120b", "ollama", nil, nil),
            ("gpt-oss-120b", nil, nil, nil), ("gpt-4-turbo", "azure.ai.openai", nil, 27_500_000),
            ("gpt-4-turbo", "openai", nil, 25_000_000), ("deepseek-r1", "azure.ai.inference", nil, 4_050_000),
            ("gpt-4o", "openai.chat", nil, 7_500_000), ("gpt-4o", "openai.responses", "PRIORITY", 12_750_000),
            ("command-a-03-2025", "cohere", nil, 7_500_000), ("sonar-pro", "perplexity", nil, 10_500_000),
            ("grok-4.5", "x_ai", nil, 5_000_000),
        ] as [(String, String?, String?, Int64?)])
    func ofTheirOwn(_ model: String, _ provider: String?, _ tier: String?, _ expected: Int64?) {
        let usage = TokenUsage(input: 1000, output: 500)
        let cost = PriceTable.builtIn.cost(of: usage, model: model, provider: provider, serviceTier: tier, at: Self.now)
        #expect(cost?.nanodollars == expected)
    }

    @Test("The hour in the cache, the band of the whole input and speech, at list prices")
    func partsOfTheirOwn() {
        func cost(_ model: String, _ provider: String, _ usage: TokenUsage, tier: String? = nil) -> Int64? {
            PriceTable.builtIn.cost(of: usage, model: model, provider: provider, serviceTier: tier, at: Self.now)?
                .nanodollars
        }
        var written = TokenUsage(input: 1000, output: 0, cacheRead: 200, cacheWrite: 500)
        written.cacheWriteLong = 300
        // 300 × 3.3 + 200 × 0.33 + 200 × 4.125 + 300 × 6.6
        #expect(cost("eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "bedrock", written) == 3_861_000)
        // 300 × 3 + 200 × 0.3 + 200 × 3.75 + 300 × 6
        #expect(cost("claude-sonnet-4-5", "anthropic", written) == 3_510_000)
        // In batches half of it.
        #expect(cost("claude-sonnet-4-5", "anthropic", written, tier: "batch") == 1_755_000)
        // The cached tokens decide about the band with the rest: 1000 × 6.6 + 200 000 × 0.66 + 10 × 24.75
        let long = TokenUsage(input: 201_000, output: 10, cacheRead: 200_000)
        #expect(cost("eu.anthropic.claude-sonnet-4-5-20250929-v1:0", "bedrock", long) == 138_847_500)
        var spoken = TokenUsage(input: 1000, output: 500)
        (spoken.audioInput, spoken.audioOutput) = (400, 300)
        // 600 × 2.5 + 400 × 40 + 200 × 10 + 300 × 80
        #expect(cost("gpt-4o-audio-preview", "openai", spoken) == 43_500_000)
        #expect(cost("gpt-audio", "azure", spoken) == 43_500_000)
        // Reasoning is within the output: 1000 × 2 + 100 × 8 + 400 × 3
        let thought = TokenUsage(input: 1000, output: 500, reasoning: 400)
        #expect(cost("sonar-deep-research", "perplexity", thought) == 4_000_000)
    }

    @Test("Weights that anybody may serve are priced for their maker only")
    func openWeights() {
        let usage = TokenUsage(input: 1000, output: 500)
        #expect(PriceTable.builtIn.cost(of: usage, model: "deepseek-r1", provider: "ollama", at: Self.now) == nil)
        #expect(PriceTable.builtIn.cost(of: usage, model: "deepseek-r1", provider: "deepseek", at: Self.now) != nil)
    }

    @Test(
        "A text that is not a table is refused",
        arguments: [
            "m in", "m in x", "m on 1", "m out 1", "    batch in 1", "    batch in 1", "m in 1\n    batch>5 in 1",
            "m in 1\n    slow in 1", "m in 1\n    >x in 1",
            "m in -1",
        ])
    func unreadable(_ text: String) {
        #expect(throws: (any Error).self) { try BuiltInPrices.prices(in: text) }
    }
}
