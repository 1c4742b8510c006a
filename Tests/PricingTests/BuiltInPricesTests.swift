import Domain
@testable import Pricing
import Testing

@Suite("The prices that come with the program")
struct BuiltInPricesTests {
    private static let now = Timestamp(seconds: 1_795_478_400)

    @Test("Every line can be read, and no model has two")
    func readable() throws {
        let prices = try BuiltInPrices.all()
        #expect(prices.count > 150)
        #expect(Set(prices.map(\.model)).count == prices.count)
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
            ("us.anthropic.claude-haiku-4-5-20251001-v1:0", "aws.bedrock", nil, 3_500_000),
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
