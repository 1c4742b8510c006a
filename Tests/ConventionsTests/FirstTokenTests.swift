import Domain
import Testing

@Suite struct FirstToken {
    private func time(_ pairs: (String, JSON)..., events: [BatchBuilder.Event] = []) throws -> Int64? {
        try call([("gen_ai.operation.name", "chat")] + pairs, events: events).timeToFirstToken?.count
    }

    @Test func attributesAreInTheUnitOfTheirClient() throws {
        #expect(try time(("gen_ai.response.time_to_first_chunk", .number(0.25))) == 250_000_000)
        #expect(try time(("gen_ai.client.operation.time_to_first_chunk", .number(0.25))) == 250_000_000)
        #expect(try time(("gen_ai.server.time_to_first_token", .number(0.25))) == 250_000_000)
        #expect(try time(("gen_ai.server.time_to_first_token", 250)) == 250_000_000)
        #expect(try time(("ai.response.msToFirstChunk", .number(250))) == 250_000_000)
        #expect(
            try time(("langfuse.observation.completion_start_time", #""1970-01-01T01:00:01.25+01:00""#)) == 250_000_000)
    }

    @Test func theFirstChunkCountsInAnyOrder() throws {
        for name in ["First Token Stream Event", "gen_ai.content.completion.chunk", "llm.content.completion.chunk"] {
            let events = [3, 1, 2].map { BatchBuilder.Event(name: name, after: $0) }
            #expect(try time(events: events) == 1)
        }
    }

    @Test func whatCannotBeIsMissing() throws {
        #expect(try time() == nil)
        #expect(try time(("gen_ai.response.time_to_first_chunk", .number(-1))) == nil)
        #expect(try time(("gen_ai.response.time_to_first_chunk", .number(1e300))) == nil)
        #expect(try time(("gen_ai.response.time_to_first_chunk", .number(.nan))) == nil)
        #expect(try time(events: [.init(name: "First Token Stream Event", after: .max)]) == nil)
    }

    @Test func onlyStreamsHaveIt() throws {
        let chunk: (String, JSON) = ("gen_ai.server.time_to_first_token", .number(0.25))
        #expect(try time(("llm.is_streaming", "False"), chunk) == nil)
        #expect(try time(("gen_ai.request.is_stream", false), chunk) == nil)
        #expect(try time(("llm.is_streaming", "True"), chunk) == 250_000_000)
        #expect(try call([("gen_ai.operation.name", "invoke_agent"), chunk]).timeToFirstToken == nil)
    }
}
