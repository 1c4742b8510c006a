import Domain
import Testing

@testable import Storage

/// Changes that telemetry itself shows: other parameters, another version of an instrumentation, a source that falls silent.
@Suite struct SightedMarkTests {
    private static let start = Timestamp(rfc3339: "2026-11-24T10:00:00Z") ?? Timestamp(nanoseconds: 0)
    private let store = TemporaryStore()

    /// When the call of a minute is seen: at its end.
    private static func seen(_ minute: Int64) -> Timestamp { Self.minute(minute).advanced(by: .seconds(1)) }

    private static func minute(_ minute: Int64) -> Timestamp { start.advanced(by: .minutes(minute)) }

    /// Stores calls of services, one at each of their minutes.
    private func store(
        _ minutes: KeyValuePairs<String, [Int64]>, _ change: (Int64, inout SpanObservation) -> Void = { _, _ in }
    ) throws {
        let writer = try store.writer()
        defer { writer.close() }
        var id: UInt64 = 0
        for (service, minutes) in minutes {
            for minute in minutes {
                id += 1
                var sample = SampleSpan(id, id, at: Self.minute(minute))
                sample.service = service
                var telemetry = Telemetry([sample])
                for span in telemetry.spans.indices { change(minute, &telemetry.spans[span]) }
                try writer.store(telemetry)
            }
        }
    }

    private func marks(_ kind: Mark.Kind, until minute: Int64 = 60) throws -> [Mark] {
        let range = TimeRange(from: Self.minute(-60), to: Self.minute(minute))
        return try store.reader().marks(range, at: range.to).filter { $0.kind == kind }
    }

    @Test("other parameters are a change at the first call that has them; the first parameters are none")
    func parameters() throws {
        try store(["support-bot": Array(0..<10)]) { minute, span in
            var parameters = CallParameters()
            (parameters.temperature, parameters.maximumTokens) = (minute < 6 ? 0.7 : 0.2, 512)
            span.parameters = parameters
        }
        let mark = try #require(try marks(.parameters).first)
        #expect(try marks(.parameters).count == 1)
        #expect(mark.time == Self.seen(6) && mark.service == "support-bot" && mark.subject == "gpt-4o")
        #expect(mark.text.contains("temperature 0.2") && mark.text.contains("before temperature 0.7"))
    }

    @Test("another version of a client library is a change; another library beside it is none")
    func instrumentation() throws {
        try store(["support-bot": Array(0..<10) + [20]]) { minute, span in
            span.client =
                minute < 20
                ? ClientLibrary(name: "openai", version: minute < 6 ? "1.0" : "1.1")
                : ClientLibrary(name: "langchain", version: "0.3")
        }
        let found = try marks(.instrumentation)
        #expect(found.map(\.time) == [Self.seen(6)])
        #expect(found.first?.text == "openai 1.1 in support-bot, before 1.0")
    }

    @Test("a source that is silent much longer than it ever was is marked where it ended")
    func silence() throws {
        // Every ninth minute is the rhythm of the slow one.
        try store(["busy": Array(0..<60), "gone": Array(0..<30), "slow": Array(stride(from: 0, to: 54, by: 9))])
        let found = try marks(.silence)
        #expect(found.map(\.service) == ["gone"])
        #expect(found.first?.time == Self.minute(30) && found.first?.subject == "gone")
        #expect(try marks(.silence, until: 33).isEmpty)
    }

    @Test("where all fall silent no source is blamed")
    func allSilent() throws {
        try store(["one": Array(0..<30), "two": Array(0..<30)])
        #expect(try marks(.silence).isEmpty)
    }
}
