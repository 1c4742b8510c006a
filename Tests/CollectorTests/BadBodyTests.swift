import Testing

/// Bodies that no client should send, against a whole collector: each is answered as it should be, and afterwards a good one
/// is still stored.
@Suite struct BadBodyTests {
    struct Case: Sendable {
        var name: String
        var body: [UInt8]
        var status: Int
        var type = HTTPText.protobuf
        var extra = ""

        init(_ name: String, _ body: [UInt8], _ status: Int) {
            (self.name, self.body, self.status) = (name, body, status)
        }
        static func json(_ name: String, _ body: String, _ status: Int) -> Case {
            var item = Case(name, Array(body.utf8), status)
            item.type = "application/json"
            return item
        }
        static func gzip(_ name: String, _ body: [UInt8], _ status: Int) -> Case {
            var item = Case(name, body, status)
            item.extra = "Content-Encoding: gzip\r\n"
            return item
        }
    }

    static let good = OTLPBody.request([OTLPBody.span(start: 1_700_000_000_000_000_000, end: 1_700_000_001_000_000_000)]
    )

    static func deep(_ depth: Int) -> [UInt8] {
        var value = OTLPBody.text(1, "x")
        for _ in 0..<depth { value = OTLPBody.bytes(5, OTLPBody.bytes(1, value)) }
        let attribute = OTLPBody.bytes(9, OTLPBody.text(1, "deep") + OTLPBody.bytes(2, value))
        return OTLPBody.request([OTLPBody.span(start: 1, end: 2, extra: attribute)])
    }
    static func times(_ start: UInt64, _ end: UInt64) -> [UInt8] {
        OTLPBody.request([OTLPBody.span(start: start, end: end)])
    }
    static func span(json members: String) -> String {
        #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"5b8efff798038103d269b633813fc60c","#
            + #""spanId":"eee19b7ec3c1b174",\#(members)}]}]}]}"#
    }

    static let protobuf: [Case] = [
        Case("empty", [], 200),
        Case("cut in the middle", Array(good.prefix(good.count / 2)), 400),
        Case("cut at the end", Array(good.dropLast()), 400),
        Case("noise", [0xFF] + (0..<500).map { UInt8(truncatingIfNeeded: $0 &* 7_919) }, 400),
        Case("varint of 11 bytes", [UInt8](repeating: 0x80, count: 10) + [1], 400),
        Case("field 0", [0, 1], 400),
        Case("wire type 7", [0x0F, 0], 400),
        Case("lone end of group", [0x0C], 400),
        Case("group without end", OTLPBody.varint(50 << 3 | 3) + [8, 1], 400),
        Case("length of 2^63", [0x0A] + OTLPBody.varint(1 << 63) + [1, 2, 3], 400),
        Case("length of 2^64-1", [0x0A] + OTLPBody.varint(.max) + [1, 2, 3], 400),
        Case("unknown fields", good + OTLPBody.number(999, 7) + OTLPBody.text(1_234, "x"), 200),
        Case("values ten deep", deep(10), 200),
        Case("values 2 000 deep", deep(2_000), 400),
        Case("times 0", times(0, 0), 200),
        Case("times beyond 63 bits", times(.max, .max), 200),
        Case("ends before it starts", times(2_000_000_000_000_000_000, 1_000_000_000_000_000_000), 200),
        Case("JSON called protobuf", Array("{}".utf8), 400),
    ]
    static let json: [Case] = [
        .json("empty object", "{}", 200), .json("array", "[]", 400), .json("two documents", "{}{}", 400),
        .json("trailing comma", #"{"resourceSpans":[],}"#, 400), .json("NaN", #"{"x":NaN}"#, 400),
        .json("leading zero", #"{"x":01}"#, 400),
        .json("nested arrays", "{\"x\":" + String(repeating: "[", count: 50_000), 400),
        .json("kind as a name", span(json: #""kind":"SPAN_KIND_CLIENT""#), 400),
        .json("kind unknown", span(json: #""kind":99"#), 200),
        .json("time negative", span(json: #""startTimeUnixNano":"-1""#), 400),
        .json("time as text", span(json: #""startTimeUnixNano":"2026-01-01T00:00:00Z""#), 400),
        .json("attributes as an object", span(json: #""attributes":{"a":1}"#), 400),
        .json(
            "int of 2^63", span(json: #""attributes":[{"key":"k","value":{"intValue":"9223372036854775808"}}]"#), 400),
        .json("double NaN", span(json: #""attributes":[{"key":"k","value":{"doubleValue":"NaN"}}]"#), 200),
        .json("lone surrogate", span(json: #""name":"a\ud800b""#), 200),
    ]
    static let gzip: [Case] = [
        .gzip("whole", GzipBody.stored(good), 200), .gzip("plain", good, 400),
        .gzip("only the magic", [0x1F, 0x8B], 400), .gzip("cut", Array(GzipBody.stored(good).dropLast(9)), 400),
        .gzip(
            "wrong checksum",
            Array(GzipBody.stored(good).dropLast(8)) + [0, 0, 0, 0] + GzipBody.stored(good).suffix(4), 400),
        .gzip("trailing bytes", GzipBody.stored(good) + Array("garbage".utf8), 400),
        .gzip("two members", GzipBody.stored(Array(good.prefix(50))) + GzipBody.stored(Array(good.dropFirst(50))), 200),
    ]

    enum Group: String, CaseIterable, Sendable {
        case protobuf
        case json
        case gzip

        var cases: [Case] {
            switch self {
            case .protobuf: BadBodyTests.protobuf
            case .json: BadBodyTests.json
            case .gzip: BadBodyTests.gzip
            }
        }
    }

    @Test("each body is answered as it should be", arguments: Group.allCases)
    func answers(_ group: Group) throws {
        let collector = try TestCollector()
        for item in group.cases {
            let answer = try collector.ask(HTTPText.post("/v1/traces", item.body, type: item.type, extra: item.extra))
            #expect(answer.status == item.status, "\(item.name): \(answer.text)")
        }
        #expect(try collector.ask(HTTPText.post("/v1/traces", Self.good)).status == 200)
    }

    @Test("many spans, resources and services in one request are refused or stored, never worse")
    func crowds() throws {
        let collector = try TestCollector()
        let many = OTLPBody.request(OTLPBody.recent(1...50_001))
        #expect(try collector.ask(HTTPText.post("/v1/traces", many)).status == 413)
        let services = (1...300).flatMap { OTLPBody.request(OTLPBody.recent([UInt64($0)]), service: "service-\($0)") }
        #expect(try collector.ask(HTTPText.post("/v1/traces", services)).status == 200)
        #expect(try collector.metric("headframe_stored_items_total") == 300)
    }
}
