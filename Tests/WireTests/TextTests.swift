import Domain
import Testing
import Wire

@Suite struct TextTests {
    private static let damaged: [UInt8] = Array("caf".utf8) + [0xE9, 0x20, 0xFF, 0xED, 0xA0, 0x80]

    @Test(arguments: [
        Proto.bytes(5, damaged), Proto.bytes(9, Proto.pair("k", Proto.bytes(1, damaged))),
        Proto.bytes(9, Proto.bytes(1, damaged) + Proto.bytes(2, Proto.number(3, 1))),
        Proto.bytes(9, Proto.pair("k", Proto.bytes(5, Proto.bytes(1, Proto.bytes(1, damaged))))),
        Proto.bytes(11, Proto.bytes(2, damaged)), Proto.bytes(15, Proto.bytes(2, damaged)),
    ])
    func damagedTextIsKeptAndFlagged(field: [UInt8]) throws {
        let batch = try OTLP.traces(protobuf: Proto.request([Proto.span(field), Proto.span()]))
        #expect(batch.spans.map(\.flags) == [.text, []])
        #expect(batch.rejected == nil)
    }

    @Test func damagedTextIsRepairedWhenRead() throws {
        let span = try #require(
            try OTLP.traces(protobuf: Proto.request([Proto.span(Proto.bytes(5, Self.damaged))])).spans.first)
        #expect(span.name.hasPrefix("caf\u{FFFD} \u{FFFD}"))
    }

    @Test func bytesNeedNotBeText() throws {
        let value = Proto.bytes(9, Proto.pair("k", Proto.bytes(7, Self.damaged)))
        let span = try #require(try OTLP.traces(protobuf: Proto.request([Proto.span(value)])).spans.first)
        #expect(span.flags.isEmpty)
        #expect(span.attributes["k"]?.rawBytes.map(Array.init) == Self.damaged)
    }

    @Test func theFirstOfTwoEqualKeysCounts() throws {
        let twice = ["k", "other", "k"].enumerated().flatMap {
            Proto.bytes(9, Proto.pair($1, Proto.number(3, UInt64($0))))
        }
        let once = Proto.bytes(9, Proto.pair("k", Proto.number(3, 1)))
        let batch = try OTLP.traces(protobuf: Proto.request([Proto.span(twice), Proto.span(once)]))
        #expect(batch.spans.map(\.flags) == [.duplicateKey, []])
        #expect(batch.spans.first?.attributes["k"]?.integer == 0)
    }

    @Test func theSameKeyInEveryOtherSpanIsNoDuplicate() throws {
        // More spans than a table has slots, each with as many keys as it may have.
        let attributes = (0..<1_024).flatMap { Proto.bytes(9, Proto.pair("key \($0)", Proto.number(3, 1))) }
        let batch = try OTLP.traces(protobuf: Proto.request([[UInt8]](repeating: Proto.span(attributes), count: 20)))
        #expect(batch.spans.map(\.flags) == [TelemetryFlags](repeating: [], count: 20))
        let repeated = attributes + Proto.bytes(9, Proto.pair("key 1023", Proto.number(3, 1)))
        var limits = WireLimits()
        limits.attributes = 2_000
        let span = try OTLP.traces(protobuf: Proto.request([Proto.span(repeated)]), limits: limits).spans.first
        #expect(span?.attributes.count == 1_025)
    }
}
