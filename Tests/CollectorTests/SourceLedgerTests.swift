import Domain
import Testing

@testable import Collector

@Suite("How telemetry arrives")
struct SourceLedgerTests {
    private static let start = Timestamp(nanoseconds: 1_700_000_000_000_000_000)

    private func span(_ service: String, _ id: UInt64, end: Timestamp, flags: TelemetryFlags = []) throws
        -> SpanObservation
    {
        let spanID = try #require(SpanID(id))
        let batch = TelemetryBatch(
            bytes: [], resources: [], scopes: [],
            spans: [SpanRecord(traceID: TraceID(high: 1, low: id), spanID: spanID)],
            attributes: [], values: [])
        let span = try #require(batch.spans.first)
        var call = Call()
        (call.service, call.dialect) = (service, .openInference)
        return SpanObservation(
            span: span, call: call, computedCost: nil, start: end, end: end, duration: nil, flags: flags)
    }

    private func telemetry(_ spans: [SpanObservation], at received: Timestamp) -> [SourceKey: SourceCounts] {
        SourceCounts.counted(Telemetry(spans: spans, received: received))
    }

    @Test("spans are counted by service, with the rate of the last minute, what was late, and what was repaired")
    func counting() throws {
        let ledger = SourceLedger(continuing: nil, at: Self.start)
        for second in 0..<60 {
            let now = Self.start.advanced(by: .seconds(Int64(second)))
            ledger.add(
                telemetry(
                    [
                        try span("a", UInt64(second) + 1, end: now.advanced(by: .seconds(-2))),
                        try span("b", UInt64(second) + 1, end: now.advanced(by: .minutes(-3)), flags: .text),
                    ], at: now))
        }
        let health = ledger.health(at: Self.start.advanced(by: .seconds(60)))
        #expect(health.sources.map(\.service) == ["a", "b"])
        #expect(health.sources.map(\.spans) == [60, 60])
        #expect(health.sources.map(\.late) == [0, 60])
        #expect(health.sources.map(\.latePerSecond) == [0, 1])
        #expect(ledger.health(at: Self.start.advanced(by: .minutes(3))).sources.map(\.latePerSecond) == [0, 0])
        #expect(health.sources.map(\.spansPerSecond) == [1, 1])
        #expect(health.sources.map(\.clockSkew) == [nil, .minutes(-3)])
        #expect(health.sources[1].irregular == ["ill-formed UTF-8": 60])
        #expect(health.sources[0].clients.map(\.dialect) == [.openInference])
        #expect(health.sources[0].shortestDelay == .seconds(2))
        #expect(ledger.health(at: Self.start.advanced(by: .minutes(3))).sources.map(\.spansPerSecond) == [0, 0])
        #expect(ledger.health(at: Self.start.advanced(by: .hours(1))).sources[0].shortestDelay == nil)
    }

    @Test("services beyond the thousandth are counted together")
    func capacity() throws {
        let ledger = SourceLedger(continuing: nil, at: Self.start)
        for number in 0..<1_100 { ledger.add(telemetry([try span("s\(number)", 1, end: Self.start)], at: Self.start)) }
        let health = ledger.health(at: Self.start)
        #expect(health.sources.count == 1_000)
        #expect(health.otherSpans == 100)
    }

    @Test("counting goes on after a restart")
    func restart() throws {
        let ledger = SourceLedger(continuing: nil, at: Self.start)
        ledger.add(telemetry([try span("a", 1, end: Self.start)], at: Self.start))
        ledger.refuse("traces: a trace id is not 16 bytes", count: 3, at: Self.start)
        let json = ledger.health(at: Self.start).json
        let later = Self.start.advanced(by: .minutes(10))
        let again = SourceLedger(continuing: IngestHealth(json), at: later)
        again.add(telemetry([try span("a", 2, end: later)], at: later))
        again.refuse("traces: a trace id is not 16 bytes", count: 1, at: later)
        let health = again.health(at: later)
        #expect(health.since == Self.start)
        #expect(health.sources.map(\.spans) == [2])
        #expect(health.sources.first?.lastSeen == later)
        #expect(health.refusals.map(\.count) == [4])
    }

    @Test("a hundred reasons are told apart, and no more")
    func reasons() {
        let ledger = SourceLedger(continuing: nil, at: Self.start)
        for number in 0..<300 { ledger.refuse("reason \(number)", count: 1, at: Self.start) }
        #expect(ledger.health(at: Self.start).refusals.count == 100)
    }
}
