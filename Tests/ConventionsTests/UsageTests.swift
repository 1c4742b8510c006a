import Domain
import Testing

@Suite struct Usage {
    private func usage(_ pairs: (String, JSON)...) throws -> Call {
        try call([("gen_ai.operation.name", "chat")] + pairs)
    }

    static let notCounted: [JSON] = [
        -1, 1_000_000_001, true, "many", .number(1.5), .number(.nan), .number(.infinity), .number(1e300), "1e3", "-5",
        [],
        ["a": 1], .integer(.min), .integer(.max), "９９",
    ]

    @Test(arguments: notCounted) func whatCannotBeIsFlaggedAndLeftOut(_ value: JSON) throws {
        let call = try usage(("gen_ai.usage.input_tokens", value))
        #expect(call.usage.input == nil)
        #expect(call.flags == .usage)
    }

    static let counted: [(JSON, Int64)] = [
        (0, 0), (1_000_000_000, 1_000_000_000), ("42", 42), (.number(7), 7), ("0042", 42),
    ]

    @Test(arguments: counted) func numbersAreAcceptedInEveryForm(_ value: JSON, _ count: Int64) throws {
        let call = try usage(("gen_ai.usage.input_tokens", value))
        #expect(call.usage.input == count)
        #expect(call.flags.isEmpty)
    }

    @Test func aWrongNumberLeavesTheWordToTheNextKey() throws {
        let call = try usage(("gen_ai.usage.input_tokens", "many"), ("gen_ai.usage.prompt_tokens", 9))
        #expect(call.usage.input == 9)
        #expect(call.flags == .usage)
    }

    @Test func theFirstOfEqualKeysCounts() throws {
        #expect(try usage(("gen_ai.usage.input_tokens", 1), ("gen_ai.usage.input_tokens", 2)).usage.input == 1)
    }

    @Test func nothingSaidIsNotZero() throws {
        let call = try usage()
        #expect(!call.usage.isKnown)
        #expect(try usage(("gen_ai.usage.input_tokens", .null)).flags.isEmpty)
    }

    @Test func cachedTokensOutsideTheInputAreAdded() throws {
        let call = try usage(
            ("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.cache_read.input_tokens", 100),
            ("gen_ai.usage.cache_creation.input_tokens", 20))
        #expect(call.usage.input == 130)
        #expect(call.usage.cacheRead == 100)
        #expect(call.usage.cacheWrite == 20)
        #expect(call.flags == .cacheOutsideInput)
    }

    @Test func cachedTokensWithinTheInputStayThere() throws {
        let call = try usage(("gen_ai.usage.input_tokens", 120), ("gen_ai.usage.cache_read.input_tokens", 120))
        #expect(call.usage.input == 120)
        #expect(call.flags.isEmpty)
    }

    @Test func whatABodyAddsIsRepairedWithTheRestAndOnce() throws {
        let body = #"{"replies":[{"meta":{"usage":{"cache_creation_input_tokens":50}}}]}"#
        let call = try usage(
            ("gen_ai.usage.input_tokens", 10), ("gen_ai.usage.cache_read.input_tokens", 100),
            ("haystack.component.output", .string(body)))
        #expect(call.usage.input == 160)
        #expect(call.usage.cacheRead == 100)
        #expect(call.usage.cacheWrite == 50)
        #expect(call.flags == .cacheOutsideInput)
    }

    static let writes: [(String, Int64)] = [
        (#"{"cache_creation":{"ephemeral_1h_input_tokens":70}}"#, 80),
        (#"{"cache_creation_input_tokens":90,"cache_creation":{"ephemeral_1h_input_tokens":70}}"#, 100),
    ]

    @Test(arguments: writes) func whatIsCachedForAnHourIsCached(_ details: String, _ input: Int64) throws {
        let call = try usage(
            ("gen_ai.usage.input_tokens", 10), ("langfuse.observation.usage_details", .string(details)))
        #expect(call.usage.input == input)
        #expect(call.flags == .cacheOutsideInput)
    }

    @Test func audioIsAmongTheDetails() throws {
        let details = #"{"prompt_tokens":9,"prompt_tokens_details":{"audio_tokens":4},"output_audio_tokens":2}"#
        let call = try usage(("langfuse.observation.usage_details", .string(details)))
        #expect(call.usage.audioInput == 4)
        #expect(call.usage.audioOutput == 2)
    }

    @Test func reasoningOutsideTheOutputIsAdded() throws {
        let call = try usage(("gen_ai.usage.output_tokens", 5), ("gen_ai.usage.reasoning.output_tokens", 50))
        #expect(call.usage.output == 55)
        #expect(call.flags == .reasoningOutsideOutput)
    }

    @Test func damagedJSONOfUsageIsNoUsage() throws {
        let call = try usage(("langfuse.observation.usage_details", #"{"input":12"#))
        #expect(!call.usage.isKnown)
    }

    static let costs: [(BatchBuilder.Pairs, Int64?)] = [
        ([("gen_ai.usage.cost.amount", .number(0.25)), ("gen_ai.usage.cost.currency", "USD")], 250_000_000),
        ([("gen_ai.usage.cost.amount", .number(0.25)), ("gen_ai.usage.cost.currency", "EUR")], nil),
        ([("gen_ai.usage.cost", 0)], nil), ([("gen_ai.usage.cost", -1)], nil),
        ([("operation.cost", .number(.nan))], nil),
        ([("operation.cost", .number(1e300))], nil), ([("operation.cost", .number(0.5))], 500_000_000),
        ([("gen_ai.cost.total_cost", .number(0.5))], 500_000_000), ([("llm.cost.total", "0.5")], 500_000_000),
        ([("llm.cost.prompt", .number(0.5)), ("llm.cost.completion", .number(0.25))], 750_000_000),
        ([("langfuse.observation.cost_details", #"{"input":0.25,"output":0.5}"#)], 750_000_000),
        ([("langfuse.observation.cost_details", #"{"input":0.25,"output":0.5,"total":0.8}"#)], 800_000_000),
        ([("hidden_params", #"{"response_cost":0.5}"#)], 500_000_000),
        ([("hidden_params", #"{"response_cost":"#)], nil),
    ]

    @Test(arguments: costs) func costIsWhatTheClientReports(_ attributes: BatchBuilder.Pairs, _ nanodollars: Int64?)
        throws
    {
        let call = try call([("gen_ai.operation.name", "chat")] + attributes)
        #expect(call.reportedCost?.nanodollars == nanodollars)
    }
}
