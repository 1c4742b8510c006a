import Conventions
import Domain
import Testing

/// Whatever arrives is read, in bounded time and without a trap.
@Suite struct Hostile {
    private static let keys: [String] =
        KnownKeysForTests.all + [
            "llm.input_messages.0.message.role", "llm.input_messages.0.message.content", "llm.input_messages.x",
            "llm.input_messages.", "llm.input_messages.99999999999999999999.message.content",
            "llm.input_messages.4294967295.message.tool_calls.0.tool_call.function.name",
            "llm.output_messages..message",
            "gen_ai.prompt.0", "gen_ai.prompt.0.content", "gen_ai.prompt.-1.content", "gen_ai.completion.0.role",
            "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "input.value",
            "output.value",
            "gen_ai.retrieval.documents", "retrieval.documents.0.document.content", "retrieval.documents.0",
            "evaluations.0.evaluation.name", "annotations.1.annotation.name", "llm.openai.messages", "events",
            "metadata",
            "gen_ai.tool.call.arguments", "traceloop.entity.input", "haystack.component.output",
        ]

    private static let texts = [
        "", "\"", "\"\"", "[", "]", "{", "{}", "[]", "null", "[null]", "[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]",
        "{\"role\":1}",
        "[{\"role\":null,\"parts\":[null,1,[],{}]}]", "{\"message\":{\"message\":{\"message\":{\"message\":{}}}}}",
        "{'a': (1, 2, None)}", "{'a': ", "[{'role': 'user', 'content': '\\x4", "('", "[{'a': -}]",
        "\u{FFFD}\u{0}\u{202E}",
        "{\"choices\":[{\"message\":{\"content\":[{\"type\":\"tool_call\"}]}}]}", "{\"documents\":[null,1,{}]}", "LLM",
        "1e999",
        "{\"lc\":1,\"kwargs\":7}", "{\"data\":{},\"type\":\"ai\"}", "{\"content\":{\"parts\":{}}}",
        "{\"usage\":{\"input\":-1}}",
    ]

    private static func value(_ generator: inout SeededGenerator, depth: Int = 0) -> JSON {
        switch Int.random(in: 0..<(depth < 3 ? 9 : 7), using: &generator) {
        case 0: .null
        case 1: .bool(.random(using: &generator))
        case 2: .integer([.min, -1, 0, 1, .max].randomElement(using: &generator) ?? 0)
        case 3: .number([.nan, .infinity, -1, 0.5, 1e300].randomElement(using: &generator) ?? 0)
        case 4, 5, 6: .string(texts.randomElement(using: &generator) ?? "")
        case 7: .array((0..<3).map { _ in value(&generator, depth: depth + 1) })
        default:
            .object(
                ["role", "parts", "content", "message", "type", "documents"].map {
                    JSON.Member($0, value(&generator, depth: depth + 1))
                })
        }
    }

    @Test(arguments: 0..<300) func anyAttributesAreRead(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        func pairs(_ count: Int) -> BatchBuilder.Pairs {
            (0..<count).map { _ in (Self.keys.randomElement(using: &generator) ?? "", Self.value(&generator)) }
        }
        let names = [
            "gen_ai.choice", "gen_ai.user.message", "gen_ai.tool.message", "gen_ai.client.inference.operation.details",
            "gen_ai.evaluation.result", "exception", "db.query.result", "feature_flag", "gen_ai.content.prompt", "",
        ]
        let events = names.map {
            BatchBuilder.Event(name: $0, after: .random(in: 0...(.max), using: &generator), attributes: pairs(3))
        }
        let attributes = pairs(40)
        let span = try BatchBuilder.span(attributes, start: .random(in: 0...(.max), using: &generator), events: events)
        let logs = try names.map { try BatchBuilder.log($0, body: Self.value(&generator), pairs(3)) }
        let interpreter = Interpreter()
        let call = interpreter.call(of: span)
        for count in [call.usage.input, call.usage.output, call.usage.cacheRead, call.usage.reasoning].compactMap({ $0 }
        ) {
            #expect(count >= 0 && count <= 3_000_000_000)
        }
        #expect((call.reportedCost?.nanodollars ?? 1) > 0)
        #expect((call.timeToFirstToken?.count ?? 0) >= 0)
        #expect(call == interpreter.call(of: span))
        let contents = Interpreter.contents(span, logs)
        #expect(contents == Interpreter.contents(span, logs))
        #expect(interpreter.scores(of: span, filedAt: Timestamp(nanoseconds: 0)).allSatisfy { !$0.name.isEmpty })
        for log in logs {
            #expect(interpreter.score(of: log, filedAt: Timestamp(nanoseconds: 0))?.name.isEmpty != true)
        }
    }

    @Test func nothingIsAllocatedForHugeIndexes() throws {
        let indexes = (0..<1_000).map { UInt32.max - UInt32($0) * 4_000_000 }
        let input = try contents(indexes.map { ("llm.input_messages.\($0).message.content", .string(String($0))) })
            .input
        #expect(input.map(\.text) == indexes.sorted().map(String.init))
    }

    @Test(.timeLimit(.minutes(1))) func deepAndLongTextsAreReadInLinearTime() throws {
        let deep = String(repeating: "[", count: 500_000)
        let python = String(repeating: "{'a': ", count: 100_000)
        let many = "[" + String(repeating: #"{"role":"user","content":"x"},"#, count: 30_000) + "null]"
        #expect(try contents([("gen_ai.input.messages", .string(deep))]).input.map(\.text) == [deep])
        #expect(try contents([("input.value", .string(python))]).input.map(\.text) == [python])
        #expect(try contents([("input.value", .string(many))]).input.count == 1_024)
    }
}
