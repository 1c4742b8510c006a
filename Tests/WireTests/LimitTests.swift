import Domain
import OTLPMessages
import SwiftProtobuf
import Testing
import Wire

/// What is cut, what is refused, and that what is stored of a cut span reads as the span did.
@Suite struct LimitTests {
    @Test func attributesBeyondTheLimitAreLeftOut() throws {
        let attributes = (0..<1_030).flatMap { Proto.bytes(9, Proto.pair("k\($0)", Proto.number(3, UInt64($0)))) }
        let (span, stored) = try read(attributes + Proto.number(10, 5))
        #expect(span.attributes.count == 1_024)
        #expect(span.flags == .cut)
        #expect(stored.attributes.count == 1_024)
        #expect(stored.droppedAttributesCount == 11)
    }

    @Test func longKeysAreLeftOut() throws {
        let short = String(repeating: "k", count: 256)
        let (span, stored) = try read(
            Proto.bytes(9, Proto.pair(short + "k", Proto.number(3, 1)))
                + Proto.bytes(9, Proto.pair(short, Proto.number(3, 2))))
        #expect(span.attributes.map(\.key) == [short])
        #expect(span.flags == .cut)
        #expect(stored.droppedAttributesCount == 1)
    }

    @Test(arguments: [
        ("user.note", 64 << 10), ("gen_ai.input.messages", 1 << 20), ("ai.response.text", 1 << 20),
        ("llm.openai.messages", 1 << 20), ("llm.input_messages.0.message.content", 1 << 20),
    ])
    func longTextLosesItsEnd(key: String, limit: Int) throws {
        for (count, isCut) in [(limit, false), (limit + 1, true)] {
            let (span, stored) = try read(
                Proto.bytes(9, Proto.pair(key, Proto.text(1, String(repeating: "x", count: count)))))
            #expect(span.attributes[0].value.rawBytes?.count == limit)
            #expect(span.flags == (isCut ? .cut : []))
            #expect(stored.attributes[0].value.stringValue.utf8.count == limit)
            #expect(stored.droppedAttributesCount == 0)
        }
    }

    @Test(arguments: 1...4)
    func textIsNotCutWithinAScalar(padding: Int) throws {
        let text = String(repeating: "a", count: padding) + String(repeating: "\u{1F6F0}", count: 17_000)
        let (span, stored) = try read(Proto.bytes(9, Proto.pair("k", Proto.text(1, text))))
        let cut = try #require(span.attributes["k"]?.string)
        #expect(text.hasPrefix(cut))
        #expect((64 << 10) - cut.utf8.count < 4)
        #expect(span.flags == .cut)
        #expect(stored.attributes[0].value.stringValue == cut)
    }

    @Test func largeArraysAreLeftOutWhole() throws {
        let array = Proto.bytes(
            5, (0..<2_000).flatMap { _ in Proto.bytes(1, Proto.text(1, String(repeating: "y", count: 40))) })
        let (span, stored) = try read(
            Proto.bytes(9, Proto.pair("big", array)) + Proto.bytes(9, Proto.pair("gen_ai.input.messages", array)))
        #expect(span.attributes.map(\.key) == ["gen_ai.input.messages"])
        #expect(span.attributes[0].value.array?.count == 2_000)
        #expect(stored.droppedAttributesCount == 1)
    }

    @Test func eventsAndLinksBeyondTheLimitAreLeftOut() throws {
        let event = Proto.bytes(11, Proto.text(2, "e") + Proto.bytes(3, Proto.pair("k", Proto.number(3, 1))))
        let link = Proto.bytes(13, Proto.bytes(1, Proto.trace) + Proto.bytes(2, Proto.id))
        let (span, stored) = try read((0..<300).flatMap { _ in event + link } + Proto.text(5, "after"))
        #expect(span.events.count == 256)
        #expect(span.links.count == 256)
        #expect(span.name == "after")
        #expect(stored.droppedEventsCount == 44)
        #expect(stored.droppedLinksCount == 44)
        #expect(stored.events.count == 256)
        #expect(stored.links.count == 256)
    }

    @Test func attributesOfEventsResourcesAndScopesAreCutToo() throws {
        let many = { (field: Int) in
            (0..<1_025).flatMap { Proto.bytes(field, Proto.pair("k\($0)", Proto.number(3, 1))) }
        }
        let bytes = Proto.request([Proto.span(Proto.bytes(11, many(3)))], resource: many(1), scope: many(3))
        let batch = try OTLP.traces(protobuf: bytes)
        let span = try #require(batch.spans.first)
        #expect(span.events[0].attributes.count == 1_024)
        #expect(span.resource.count == 1_024)
        #expect(try OTLPSpan(serializedBytes: Array(span.encoded)).events[0].droppedAttributesCount == 1)
        #expect(
            try OTLPResource(serializedBytes: Array(batch.bytes(batch.resources[0].encoded))).droppedAttributesCount
                == 1)
        let scope = try OTLPInstrumentationScope(serializedBytes: Array(batch.bytes(batch.scopes[0].encoded)))
        #expect(scope.attributes.count == 1_024)
        #expect(scope.droppedAttributesCount == 1)
    }

    @Test func aLongBodyOfALogRecordLosesItsEnd() throws {
        let record = Proto.bytes(5, Proto.text(1, String(repeating: "x", count: 1 << 20 + 1))) + Proto.number(2, 9)
        let log = try #require(try OTLP.logs(protobuf: Proto.logs(record)).logs.first)
        #expect(log.body.rawBytes?.count == 1 << 20)
        #expect(log.flags == .cut)
        let stored = try OTLPLogRecord(serializedBytes: Array(log.encoded))
        #expect(stored.body.stringValue.utf8.count == 1 << 20)
        #expect(stored.severityNumber == 9)
    }

    @Test func tooManySpansAreRefused() {
        let spans = [[UInt8]](repeating: Proto.span(), count: 50_000)
        #expect(Outcome { () throws(WireError) in try OTLP.traces(protobuf: Proto.request(spans)) } == .stored)
        #expect(Outcome { () throws(WireError) in try OTLP.traces(protobuf: Proto.request(spans + [[]])) } == .tooLarge)
    }

    @Test func emptyEnvelopesAndManyServicesAreNoTrouble() throws {
        let empty = try OTLP.traces(protobuf: (0..<20_000).flatMap { _ in Proto.request([]) })
        #expect(empty.resources.isEmpty)
        let services = (0..<2_000).flatMap { Proto.request([Proto.span()], resource: service("svc-\($0)")) }
        #expect(try OTLP.traces(protobuf: services).resources.count == 2_000)
        let same = (0..<2_000).flatMap { _ in Proto.request([Proto.span()], resource: service("svc")) }
        #expect(try OTLP.traces(protobuf: same).spans.count == 2_000)
    }

    @Test func tooManyResourcesOfOneServiceAreRefused() {
        for (count, outcome) in [(1_000, Outcome.stored), (1_001, .tooLarge)] {
            let bytes = (0..<count).flatMap {
                Proto.request(
                    [Proto.span()],
                    resource: service("svc") + Proto.bytes(1, Proto.pair("n", Proto.number(3, UInt64($0)))))
            }
            #expect(Outcome { () throws(WireError) in try OTLP.traces(protobuf: bytes) } == outcome)
        }
    }

    @Test func emptyElementsDoNotFillTheMemory() {
        var limits = WireLimits()
        limits.records = 1_000
        let elements = [UInt8](repeating: 0, count: 2_002).enumerated().map {
            $0.offset.isMultiple(of: 2) ? 0x0A : $0.element
        }
        let bytes = Proto.request([Proto.span(Proto.bytes(9, Proto.pair("k", Proto.bytes(5, elements))))])
        #expect(Outcome { () throws(WireError) in try OTLP.traces(protobuf: bytes, limits: limits) } == .tooLarge)
    }

    @Test(arguments: [11, 13])
    func emptyEventsAndLinksDoNotFillTheMemory(field: Int) {
        var limits = WireLimits()
        limits.records = 1_000
        let span = Proto.span([[UInt8]](repeating: Proto.bytes(field, []), count: 250).flatMap(\.self))
        for (count, outcome) in [(4, Outcome.stored), (5, .tooLarge)] {
            let bytes = Proto.request([[UInt8]](repeating: span, count: count))
            #expect(Outcome { () throws(WireError) in try OTLP.traces(protobuf: bytes, limits: limits) } == outcome)
        }
    }

    @Test func aRequestLargerThanTheLimitIsRefused() {
        var limits = WireLimits()
        limits.bytes = WireFormatTests.good.count
        #expect(
            Outcome { () throws(WireError) in try OTLP.traces(protobuf: WireFormatTests.good, limits: limits) }
                == .stored)
        limits.bytes -= 1
        #expect(
            Outcome { () throws(WireError) in try OTLP.traces(protobuf: WireFormatTests.good, limits: limits) }
                == .tooLarge)
    }

    /// A span with the given fields, and what is stored of it; both read alike.
    private func read(_ rest: [UInt8]) throws -> (Span, OTLPSpan) {
        let batch = try OTLP.traces(protobuf: Proto.request([Proto.span(rest)], resource: service("svc")))
        let span = try #require(batch.spans.first)
        let item = EncodedItem(
            message: Array(span.encoded), resource: Array(batch.bytes(batch.resources[0].encoded)),
            scope: Array(batch.bytes(batch.scopes[0].encoded)))
        let again = try #require(OTLP.span(item))
        #expect(Lines.of(again.batch) == Lines.of(batch))
        return (span, try OTLPSpan(serializedBytes: Array(span.encoded)))
    }

    private func service(_ name: String) -> [UInt8] { Proto.bytes(1, Proto.pair("service.name", Proto.text(1, name))) }
}
