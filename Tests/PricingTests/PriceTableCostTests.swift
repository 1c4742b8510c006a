import Domain
import Pricing
import Testing

/// What a call is expected to cost.
struct CostCase: Sendable, CustomTestStringConvertible {
    let name: String
    let model: String
    let usage: TokenUsage
    var tier: String?
    /// In nano-dollars; nil for a call without a price.
    let expected: Int64?

    var testDescription: String { name }
}

@Suite("The cost of a call, to the nano-dollar")
struct PriceTableCostTests {
    /// Dollars per million tokens, chosen so that every part can be told from every other.
    static let table: PriceTable = {
        guard
            let full = try? Rates(
                input: 3, output: 15, cacheRead: 0.3, cacheWrite: 3.75, cacheWriteLong: 6, reasoning: 20,
                audioInput: 40,
                audioOutput: 80),
            let long = try? Rates(input: 6, output: 22.5, cacheRead: 0.6, cacheWrite: 7.5, cacheWriteLong: 12),
            let veryLong = try? Rates(input: 9),
            let batch = try? Rates(input: 1.5, output: 7.5),
            let longBatch = try? Rates(input: 2.5),
            let plain = try? Rates(input: 2, output: 8),
            let write = try? Rates(input: 2, output: 8, cacheWrite: 2.5),
            let embedding = try? Rates(input: 0.0001),
            let freeOutput = try? Rates(input: 2, output: 0),
            let speech = try? Rates(input: 2, output: 0, audioOutput: 80),
            let prices = try? [
                Price(
                    model: "full", standard: PriceSchedule(full, above: [200_000: long, 272_000: veryLong]),
                    tiers: [.batch: PriceSchedule(batch, above: [200_000: longBatch]), .priority: PriceSchedule(plain)]),
                Price(model: "plain", standard: PriceSchedule(plain)),
                Price(model: "write", standard: PriceSchedule(write)),
                Price(model: "embedding", standard: PriceSchedule(embedding)),
                Price(model: "free output", standard: PriceSchedule(freeOutput)),
                Price(model: "speech", standard: PriceSchedule(speech)),
            ]
        else { return PriceTable([]) }
        return PriceTable(prices)
    }()

    static func usage(
        _ input: Int64?, _ output: Int64?, read: Int64? = nil, write: Int64? = nil, hour: Int64? = nil,
        reasoning: Int64? = nil, heard: Int64? = nil, spoken: Int64? = nil
    ) -> TokenUsage {
        var usage = TokenUsage(input: input, output: output, cacheRead: read, cacheWrite: write, reasoning: reasoning)
        (usage.cacheWriteLong, usage.audioInput, usage.audioOutput) = (hour, heard, spoken)
        return usage
    }

    static let cases = [
        CostCase(name: "input and output", model: "plain", usage: usage(1000, 500), expected: 6_000_000),
        CostCase(name: "output that is not known", model: "plain", usage: usage(1000, nil), expected: nil),
        CostCase(name: "input that is not known", model: "plain", usage: usage(nil, 500), expected: nil),
        CostCase(
            name: "input that is not known but in part", model: "full", usage: usage(nil, 5, read: 9), expected: nil),
        CostCase(name: "output of a model without", model: "embedding", usage: usage(nil, 5), expected: nil),
        CostCase(name: "output that costs nothing", model: "free output", usage: usage(1000, nil), expected: 2_000_000),
        CostCase(name: "speech that is not known", model: "speech", usage: usage(1000, nil), expected: nil),
        CostCase(name: "no tokens at all", model: "plain", usage: usage(0, 0), expected: 0),
        CostCase(name: "nothing known", model: "plain", usage: usage(nil, nil, read: 5), expected: nil),
        CostCase(name: "no price", model: "unheard-of", usage: usage(1000, 500), expected: nil),
        // (1000 − 800) × 3 + 800 × 0.3
        CostCase(
            name: "cached read is part of input", model: "full", usage: usage(1000, 0, read: 800), expected: 840_000),
        // 100 × 3 + 900 × 3.75
        CostCase(
            name: "cache write for 5 minutes", model: "full", usage: usage(1000, 0, write: 900), expected: 3_675_000),
        // 100 × 3 + 500 × 3.75 + 400 × 6
        CostCase(
            name: "cache write for 5 minutes and an hour", model: "full", usage: usage(1000, 0, write: 900, hour: 400),
            expected: 4_575_000),
        CostCase(
            name: "cache write for an hour alone", model: "full", usage: usage(1000, 0, hour: 400), expected: 4_200_000),
        // 300 × 3 + 500 × 0.3 + 200 × 3.75
        CostCase(
            name: "read and write", model: "full", usage: usage(1000, 0, read: 500, write: 200), expected: 1_800_000),
        // (500 − 200) × 15 + 200 × 20
        CostCase(
            name: "reasoning is part of output", model: "full", usage: usage(0, 500, reasoning: 200),
            expected: 8_500_000),
        CostCase(
            name: "reasoning without a price is output", model: "plain", usage: usage(0, 500, reasoning: 200),
            expected: 4_000_000),
        CostCase(
            name: "read without a price is input", model: "plain", usage: usage(1000, 0, read: 800), expected: 2_000_000
        ),
        CostCase(
            name: "write without a price is input", model: "plain", usage: usage(1000, 0, write: 800),
            expected: 2_000_000),
        // 600 × 2 + 400 × 2.5
        CostCase(
            name: "an hour without a price is five minutes", model: "write",
            usage: usage(1000, 0, write: 400, hour: 400),
            expected: 2_200_000),
        // 900 × 3 + 100 × 40 + 450 × 15 + 50 × 80
        CostCase(name: "audio", model: "full", usage: usage(1000, 500, heard: 100, spoken: 50), expected: 17_450_000),
        CostCase(
            name: "audio without a price is text", model: "plain", usage: usage(1000, 500, heard: 100, spoken: 50),
            expected: 6_000_000),
        // 200 × 40 + 800 × 0.3: what is left of the input is less than the audio
        CostCase(
            name: "audio, mostly cached", model: "full", usage: usage(1000, 0, read: 800, heard: 300),
            expected: 8_240_000),
        CostCase(name: "embedding", model: "embedding", usage: usage(1_000_000, nil), expected: 100_000),
        CostCase(name: "embedding with output 0", model: "embedding", usage: usage(1_000_000, 0), expected: 100_000),
        CostCase(name: "output that has no price", model: "embedding", usage: usage(1000, 1), expected: nil),
        CostCase(name: "half a nano-dollar is rounded up, once", model: "embedding", usage: usage(5, nil), expected: 1),
        CostCase(name: "less than half is rounded down", model: "embedding", usage: usage(4, nil), expected: 0),

        CostCase(name: "200 000 is not above", model: "full", usage: usage(200_000, 100), expected: 601_500_000),
        CostCase(name: "200 001 is", model: "full", usage: usage(200_001, 100), expected: 1_202_256_000),
        // Chosen by the whole input: 1 × 6 + 200 000 × 0.6 + 100 × 22.5
        CostCase(
            name: "cached tokens count for the band", model: "full", usage: usage(200_001, 100, read: 200_000),
            expected: 122_256_000),
        // Reasoning is not in the band: 200 001 × 6 + 100 × 20
        CostCase(
            name: "a part missing in a band is as below it", model: "full", usage: usage(200_001, 100, reasoning: 100),
            expected: 1_202_006_000),
        CostCase(name: "272 000 is not above", model: "full", usage: usage(272_000, 0), expected: 1_632_000_000),
        // 272 001 × 9 + 100 × 22.5: output from the band below
        CostCase(name: "272 001 is", model: "full", usage: usage(272_001, 100), expected: 2_450_259_000),

        CostCase(name: "batch", model: "full", usage: usage(1000, 500), tier: "batch", expected: 5_250_000),
        // 200 × 1.5 + 800 × 0.3
        CostCase(
            name: "a part missing in a tier is as in the standard one", model: "full", usage: usage(1000, 0, read: 800),
            tier: "batch", expected: 540_000),
        // 200 001 × 2.5 + 100 × 7.5
        CostCase(
            name: "a band in a tier", model: "full", usage: usage(200_001, 100), tier: "batch", expected: 500_752_500),
        // The tier's own price goes before the standard band: 272 001 × 2
        CostCase(
            name: "a tier without bands", model: "full", usage: usage(272_001, 0), tier: "priority",
            expected: 544_002_000),
        CostCase(
            name: "a tier without a price is standard", model: "full", usage: usage(1000, 0), tier: "flex",
            expected: 3_000_000),
        CostCase(name: "fast is priority", model: "full", usage: usage(1000, 0), tier: "fast", expected: 2_000_000),
        CostCase(name: "default", model: "full", usage: usage(1000, 0), tier: "default", expected: 3_000_000),
        CostCase(
            name: "a tier nobody knows", model: "full", usage: usage(1000, 0), tier: "\u{1B}[2J", expected: 3_000_000),

        CostCase(
            name: "parts beyond their whole", model: "full", usage: usage(100, 10, read: 300, reasoning: 20),
            expected: 490_000),
        CostCase(
            name: "negative counts are nothing", model: "full", usage: usage(-5, -7, read: -1, reasoning: -2),
            expected: 0),
        CostCase(name: "counts that no sum can hold", model: "full", usage: usage(.max, .max), expected: .max),
        CostCase(
            name: "all parts at their largest", model: "full",
            usage: usage(.max, .max, read: .max, write: .max, hour: .max, reasoning: .max, heard: .max, spoken: .max),
            expected: .max),
        CostCase(name: "the smallest counts", model: "full", usage: usage(.min, .min, read: .min), expected: 0),
    ]

    @Test("follows from tokens, band and tier", arguments: cases)
    func cost(_ example: CostCase) {
        let cost = Self.table.cost(
            of: example.usage, model: example.model, serviceTier: example.tier, at: Timestamp(seconds: 0))
        #expect(cost?.nanodollars == example.expected)
    }
}
