import Domain
import Testing
import Wire

/// Memory that reading takes besides the bytes of the request is charged before it is taken, and given back.
@Suite struct BudgetTests {
    /// A span whose long text is cut, 300 KiB.
    private static let cut = Proto.request([
        Proto.span(Proto.bytes(9, Proto.pair("k", Proto.text(1, String(repeating: "x", count: 300 << 10)))))
    ])
    /// A span with an array of 50 000 empty values.
    private static let values = Proto.request([
        Proto.span(
            Proto.bytes(
                9,
                Proto.pair("k", Proto.bytes(5, [[UInt8]](repeating: Proto.bytes(1, []), count: 50_000).flatMap(\.self)))
            )
        )
    ])
    /// Spans with as many empty events and links as they may have.
    private static let events = Proto.request(
        [[UInt8]](
            repeating: Proto.span(
                [[UInt8]](repeating: Proto.bytes(11, []) + Proto.bytes(13, []), count: 256).flatMap(\.self)), count: 100
        ))
    private static let spans = Proto.request([[UInt8]](repeating: Proto.span(), count: 10_000))

    struct Case: Sendable {
        let bytes: [UInt8]
        /// Bytes that are charged at least and at most.
        let cost: ClosedRange<Int>
    }

    static let cases = [
        // The copy of the request, and 64 KiB of text twice.
        Case(bytes: cut, cost: (428 << 10)...(600 << 10)),
        Case(bytes: values, cost: (50_000 * 24)...(50_000 * 24 * 2 + (200 << 10))),
        Case(bytes: events, cost: (51_200 * 24)...(51_200 * 24 * 2 + (200 << 10))),
        Case(bytes: spans, cost: (10_000 * 100)...(10_000 * 600)),
    ]

    @Test(arguments: cases.indices)
    func readingIsChargedAndGivenBack(index: Int) throws {
        let example = Self.cases[index]
        let budget = DecodeBudget(capacity: 64 << 20)
        var reservation: DecodeReservation? = budget.reservation()
        let batch = try OTLP.traces(protobuf: example.bytes, reservation: reservation)
        #expect(!batch.spans.isEmpty)
        #expect(example.cost.contains(budget.used), "\(budget.used)")
        #expect(reservation?.count == budget.used)
        reservation = nil
        #expect(budget.used == 0)
    }

    @Test(arguments: cases.indices)
    func whatTheBudgetDoesNotHoldIsRefusedForNow(index: Int) {
        let example = Self.cases[index]
        let budget = DecodeBudget(capacity: example.cost.lowerBound / 2)
        let reservation = budget.reservation()
        #expect(
            Outcome { () throws(WireError) in try OTLP.traces(protobuf: example.bytes, reservation: reservation) }
                == .busy)
        #expect(budget.used == reservation.count)
        #expect(budget.used <= budget.capacity)
    }

    @Test func anOrdinaryRequestCostsLittle() throws {
        let reservation = DecodeBudget(capacity: .max).reservation()
        _ = try OTLP.traces(protobuf: WireFormatTests.good, reservation: reservation)
        #expect(reservation.count < 16 << 10)
    }

    @Test func theProtobufFormOfJSONIsChargedBeforeItIsWritten() throws {
        let text = String(repeating: "x", count: 100_000)
        let json = Array(
            #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"name":"\#(text)","traceId":"0102030405060708090a0b0c0d0e0f10","spanId":"0102030405060708"}]}]}]}"#
                .utf8)
        let reservation = DecodeBudget(capacity: .max).reservation()
        #expect(try OTLP.traces(json: json, reservation: reservation).spans.first?.name == text)
        #expect(reservation.count >= json.count)
        let small = DecodeBudget(capacity: 100_000).reservation()
        #expect(Outcome { () throws(WireError) in try OTLP.traces(json: json, reservation: small) } == .busy)
        #expect(small.count == 0)
    }

    @Test func numbersThatGrowAreCharged() throws {
        let counts = String(repeating: "0,", count: 100_000) + "0"
        let json = Array(
            #"{"resourceMetrics":[{"scopeMetrics":[{"metrics":[{"histogram":{"dataPoints":[{"bucketCounts":[\#(counts)]}]}}]}]}]}"#
                .utf8)
        let reservation = DecodeBudget(capacity: .max).reservation()
        #expect(try OTLP.metrics(json: json, reservation: reservation).ignored == 1)
        #expect(reservation.count >= 900_000)
        let small = DecodeBudget(capacity: 600_000).reservation()
        #expect(throws: WireError.busy("too many requests are being read at this moment")) {
            try OTLP.metrics(json: json, reservation: small)
        }
    }
}
