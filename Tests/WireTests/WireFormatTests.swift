import Domain
import Testing
import Wire

/// The wire format: what is a message, and which spans of it are ones.
@Suite struct WireFormatTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let bytes: [UInt8]
        let outcome: Outcome

        init(_ name: String, _ bytes: [UInt8], _ outcome: Outcome) {
            (testDescription, self.bytes, self.outcome) = (name, bytes, outcome)
        }
    }

    static let good = Proto.request([
        Proto.span(Proto.text(5, "chat") + Proto.bytes(9, Proto.pair("a", Proto.text(1, "b"))))
    ])

    static let messages: [Case] = [
        Case("empty request", [], .stored),
        Case("empty resource, no scope", Proto.bytes(1, Proto.bytes(2, Proto.bytes(2, Proto.span()))), .stored),
        Case("resource without spans", Proto.bytes(1, []), .stored),
        Case("deprecated field 1000", Proto.bytes(1, Proto.bytes(1000, [1, 2, 3])), .stored),
        Case(
            "unknown fields of all types",
            good + Proto.number(99, 7) + Proto.fixed64(98, 1) + Proto.tag(97, 5) + [0, 0, 0, 0], .stored),
        Case("random bytes", [0xFF, 0xD8, 0x13, 0x77, 0x01, 0xFE, 0x42, 0x99, 0x10, 0x00, 0x31], .malformed),
        Case("JSON", Array(#"{"resourceSpans":[]}"#.utf8), .malformed),
        Case("varint of 11 bytes", [UInt8](repeating: 0x80, count: 10) + [1], .malformed),
        Case("field number 0", [0, 1], .malformed),
        Case("wire type 6", [0x0E, 0], .malformed),
        Case("wire type 7", [0x0F, 0], .malformed),
        Case("lone end of a group", [0x0C], .malformed),
        Case("group, closed", Proto.tag(50, 3) + Proto.number(1, 1) + Proto.tag(50, 4), .stored),
        Case("group, closed by another", Proto.tag(50, 3) + Proto.number(1, 1) + Proto.tag(51, 4), .malformed),
        Case("group, not closed", Proto.tag(50, 3) + Proto.number(1, 1), .malformed),
        Case("1000 nested groups", nested(groups: 1000), .tooDeep),
        Case("99 nested groups", nested(groups: 99), .stored),
        Case("length 2^31", Proto.tag(1, 2) + Proto.varint(1 << 31) + [1, 2, 3], .malformed),
        Case("length 2^32 + 5", Proto.tag(1, 2) + Proto.varint(1 << 32 + 5) + [1, 2, 3], .malformed),
        Case("length 2^63", Proto.tag(1, 2) + Proto.varint(1 << 63) + [1, 2, 3], .malformed),
        Case("length 2^64 - 1", Proto.tag(1, 2) + Proto.varint(.max) + [1, 2, 3], .malformed),
        Case(
            "known field, other wire type", Proto.request([Proto.number(1, 5) + Proto.bytes(2, Proto.id)]), .partial(1)),
        Case("value depth 10", deep(10, lists: false), .stored),
        Case("value depth 32", deep(31, lists: false), .stored),
        Case("value depth 33", deep(32, lists: false), .tooDeep),
        Case("list depth 32", deep(31, lists: true), .stored),
        Case("list depth 33", deep(32, lists: true), .tooDeep),
        Case("list depth 1000", deep(1_000, lists: true), .tooDeep),
        Case("value depth 20 000", deep(20_000, lists: false), .tooDeep),
        Case("NUL in a name", Proto.request([Proto.span(Proto.text(5, "a\0b"))]), .stored),
        Case("trace id of 0 bytes", Proto.request([Proto.span(trace: []), Proto.span()]), .partial(1)),
        Case(
            "trace id of 15 bytes", Proto.request([Proto.span(trace: Array(Proto.trace.dropLast())), Proto.span()]),
            .partial(1)),
        Case("trace id of 17 bytes", Proto.request([Proto.span(trace: Proto.trace + [1])]), .partial(1)),
        Case("trace id zero", Proto.request([Proto.span(trace: [UInt8](repeating: 0, count: 16))]), .partial(1)),
        Case("span id of 7 bytes", Proto.request([Proto.span(id: Array(Proto.id.dropLast()))]), .partial(1)),
        Case("span id of 9 bytes", Proto.request([Proto.span(id: Proto.id + [1])]), .partial(1)),
        Case("span id zero", Proto.request([Proto.span(id: [UInt8](repeating: 0, count: 8))]), .partial(1)),
        Case("all spans invalid", Proto.request([Proto.span(trace: []), Proto.span(id: [])]), .partial(2)),
        Case("parent id of 7 bytes", Proto.request([Proto.span(Proto.bytes(4, [1, 2, 3, 4, 5, 6, 7]))]), .partial(1)),
        Case("parent id of 0 bytes", Proto.request([Proto.span(Proto.bytes(4, []))]), .stored),
        Case("times beyond int64", Proto.request([Proto.span(Proto.fixed64(7, .max) + Proto.fixed64(8, 0))]), .stored),
    ]

    @Test(arguments: messages)
    func answers(_ sample: Case) {
        #expect(Outcome { () throws(WireError) in try OTLP.traces(protobuf: sample.bytes) } == sample.outcome)
    }

    @Test func everyProperPrefixIsRefusedOrWhole() throws {
        for count in 1..<Self.good.count {
            #expect(
                Outcome { () throws(WireError) in try OTLP.traces(protobuf: Array(Self.good[..<count])) } == .malformed)
        }
    }

    @Test func theLastOfARepeatedScalarCounts() throws {
        let rest = Proto.text(5, "first") + Proto.text(5, "second") + Proto.number(6, 1) + Proto.number(6, 99)
        let span = try #require(try OTLP.traces(protobuf: Proto.request([Proto.span(rest)])).spans.first)
        #expect(span.name == "second")
        #expect(span.kind == 99)
    }

    @Test func unknownNumbersOfEnumerationsAreKept() throws {
        let status = Proto.bytes(15, Proto.number(3, 99) + Proto.text(2, "x"))
        let span = try #require(
            try OTLP.traces(protobuf: Proto.request([Proto.span(Proto.number(6, .max) + status)])).spans.first)
        #expect(span.kind == -1)
        #expect(span.statusCode == 99)
        #expect(span.statusMessage == "x")
    }

    @Test func theLastMemberOfAValueCounts() throws {
        let values: [(name: String, value: [UInt8])] = [
            ("two", Proto.text(1, "s") + Proto.number(3, 5)),
            ("array, then number", Proto.bytes(5, Proto.bytes(1, Proto.number(3, 1))) + Proto.number(3, 5)),
            (
                "list, then number",
                Proto.bytes(6, Proto.bytes(1, Proto.pair("k", Proto.number(3, 1)))) + Proto.number(3, 5)
            ),
        ]
        let rest =
            values.flatMap { Proto.bytes(9, Proto.pair($0.name, $0.value)) } + Proto.bytes(9, Proto.text(1, "none"))
        let span = try #require(try OTLP.traces(protobuf: Proto.request([Proto.span(rest)])).spans.first)
        #expect(span.attributes.map(\.value.integer) == [5, 5, 5, nil])
        #expect(span.attributes.last?.value.record == .empty)
    }

    private static func nested(groups count: Int) -> [UInt8] {
        (0..<count).flatMap { _ in Proto.tag(50, 3) } + (0..<count).flatMap { _ in Proto.tag(50, 4) }
    }

    /// A span with a value that nests `levels` times.
    private static func deep(_ levels: Int, lists: Bool) -> [UInt8] {
        var value = Proto.text(1, "x")
        for _ in 0..<levels {
            value =
                lists ? Proto.bytes(6, Proto.bytes(1, Proto.pair("k", value))) : Proto.bytes(5, Proto.bytes(1, value))
        }
        return Proto.request([Proto.span(Proto.bytes(9, Proto.pair("deep", value)))])
    }
}
