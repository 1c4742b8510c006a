import Conventions
import Domain
import Testing

/// What a record of its own says reaches the call, in any order and once.
@Suite struct Supplements {
    private static let event = "gen_ai.client.inference.operation.details"
    private static let details: BatchBuilder.Pairs = [
        ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"),
        ("gen_ai.response.model", "gpt-4o-x"), ("gen_ai.response.id", "r-1"),
        ("gen_ai.response.finish_reasons", ["stop"]), ("gen_ai.usage.input_tokens", 2),
        ("gen_ai.usage.output_tokens", 3), ("gen_ai.usage.cache_read.input_tokens", 10),
    ]
    private static let bare: BatchBuilder.Pairs = [
        ("gen_ai.operation.name", "chat"), ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"),
    ]

    @Test func aRecordOfItsOwnCompletesTheCall() throws {
        let supplement = try #require(Interpreter().supplement(of: BatchBuilder.log(Self.event, Self.details)))
        var call = try call(Self.bare)
        call.add(supplement)
        #expect(call.usage == TokenUsage(input: 12, output: 3, cacheRead: 10))
        #expect(call.flags == .cacheOutsideInput)
        #expect(call.responseModel == "gpt-4o-x")
        #expect(call.responseID == "r-1")
        #expect(call.finishReasons == ["stop"])
        let once = call
        call.add(supplement)
        #expect(call == once)
    }

    @Test func anEventOfTheSpanDoesSoAtOnce() throws {
        let asked: BatchBuilder.Pairs = [("gen_ai.input.messages", "[]")]
        let call = try call(
            Self.bare,
            events: [.init(name: Self.event, attributes: asked), .init(name: Self.event, attributes: Self.details)])
        #expect(call.usage == TokenUsage(input: 12, output: 3, cacheRead: 10))
    }

    @Test func whatTheSpanSaysCounts() throws {
        let supplement = try #require(Interpreter().supplement(of: BatchBuilder.log(Self.event, Self.details)))
        var other = try call(Self.bare + [("gen_ai.usage.input_tokens", 7), ("gen_ai.usage.output_tokens", 3)])
        other.add(supplement)
        #expect(other.usage == TokenUsage(input: 7, output: 3))
        var same = try call(Self.bare + [("gen_ai.usage.input_tokens", 12), ("gen_ai.usage.output_tokens", 3)])
        same.add(supplement)
        #expect(same.usage == TokenUsage(input: 12, output: 3, cacheRead: 10))
        #expect(same.flags.isEmpty)
    }

    @Test func otherRecordsAddNothing() throws {
        let interpreter = Interpreter()
        #expect(try interpreter.supplement(of: BatchBuilder.log("gen_ai.choice", Self.details)) == nil)
        #expect(try interpreter.supplement(of: BatchBuilder.log(Self.event, Self.details, hasSpan: false)) == nil)
        #expect(try interpreter.supplement(of: BatchBuilder.log(Self.event, [("gen_ai.input.messages", "[]")])) == nil)
    }
}
