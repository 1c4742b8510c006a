import Collector
import Domain
import Storage
import Testing

/// Usage that a client sends in an event only, over the network into the numbers.
@Suite struct SupplementTests {
    private let start = UInt64(SystemClock().now().nanoseconds) - 2_000_000_000
    private let trace = [UInt8](repeating: 7, count: 16)
    private let span = OTLPBody.bigEndian(42)

    /// A chat call that says nothing of its usage.
    private var spans: [UInt8] {
        let call =
            OTLPBody.bytes(1, trace) + OTLPBody.bytes(2, span) + OTLPBody.text(5, "chat") + OTLPBody.number(6, 3)
            + OTLPBody.fixed(7, start) + OTLPBody.fixed(8, start + 1_000_000_000)
            + OTLPBody.attribute("gen_ai.operation.name", "chat")
        return OTLPBody.request([call])
    }

    /// The event that says it.
    private var logs: [UInt8] {
        func attribute(_ key: String, _ value: [UInt8]) -> [UInt8] {
            OTLPBody.bytes(6, OTLPBody.text(1, key) + OTLPBody.bytes(2, value))
        }
        let record =
            OTLPBody.fixed(1, start + 500_000_000) + OTLPBody.bytes(9, trace) + OTLPBody.bytes(10, span)
            + OTLPBody.text(12, "gen_ai.client.inference.operation.details")
            + attribute("gen_ai.operation.name", OTLPBody.text(1, "chat"))
            + attribute("gen_ai.provider.name", OTLPBody.text(1, "openai"))
            + attribute("gen_ai.response.model", OTLPBody.text(1, "gpt-4o"))
            + attribute("gen_ai.usage.input_tokens", OTLPBody.number(3, 12))
            + attribute("gen_ai.usage.output_tokens", OTLPBody.number(3, 34))
        return OTLPBody.request([record])
    }

    @Test("it is counted and priced, whichever comes first", arguments: [true, false])
    func counted(logFirst: Bool) throws {
        let collector = try TestCollector()
        let requests = [("/v1/traces", spans), ("/v1/logs", logs)]
        for (path, body) in logFirst ? requests.reversed() : requests {
            #expect(try collector.ask(HTTPText.post(path, body)).status == 200)
        }
        collector.stop()
        let decoder = TelemetryDecoder(span: { _, _, _ in nil }, log: { _, _, _ in nil })
        let reader = try StoreReader(path: collector.store.path + "/store", decode: decoder) { _, _ in SpanContents() }
        let now = SystemClock().now()
        let range = TimeRange(from: now.advanced(by: -.hours(1)), to: now.advanced(by: .hours(1)))
        let row = try #require(try reader.requests(RequestsQuery(range: range)).first)
        #expect(row.call.usage == TokenUsage(input: 12, output: 34))
        #expect(row.call.model == "gpt-4o")
        let cost = try #require(row.cost)
        let total = try reader.stats(StatsQuery(range: range, at: range.to)).total
        #expect(total.calls == 1)
        #expect(total.cost == cost)
        #expect(cost.nanodollars > 0)
    }
}
