import Domain
import OTLPMessages
import SwiftProtobuf
import Testing
import Wire

/// Protobuf allows a message to come in pieces, which are joined.
@Suite struct PiecesTests {
    @Test func aResourceInPiecesIsOneResource() throws {
        let scope = Proto.bytes(
            2, Proto.bytes(1, Proto.text(1, "a")) + Proto.bytes(2, Proto.span()) + Proto.bytes(1, Proto.text(2, "9")))
        let bytes = Proto.bytes(1, Proto.bytes(1, attribute("x", 1)) + scope + Proto.bytes(1, attribute("y", 2)))
        let batch = try OTLP.traces(protobuf: bytes)
        let span = try #require(batch.spans.first)
        #expect(span.resource.map(\.key) == ["x", "y"])
        #expect(span.scopeName == "a")
        #expect(span.scopeVersion == "9")
        let stored = try OTLPResource(serializedBytes: Array(batch.bytes(batch.resources[0].encoded)))
        #expect(stored.attributes.map(\.key) == ["x", "y"])
        #expect(
            try OTLPInstrumentationScope(serializedBytes: Array(batch.bytes(batch.scopes[0].encoded))).version == "9")
    }

    @Test func piecesOfArraysAndListsAreJoined() throws {
        let array = { (number: UInt64) in Proto.bytes(5, Proto.bytes(1, Proto.number(3, number))) }
        let pair = Proto.text(1, "k") + Proto.bytes(2, array(1) + array(2)) + Proto.bytes(2, array(3))
        let span = try #require(
            try OTLP.traces(protobuf: Proto.request([Proto.span(Proto.bytes(9, pair))])).spans.first)
        #expect(span.attributes["k"]?.array?.map(\.integer) == [1, 2, 3])
    }

    @Test func theBodyOfALogRecordMayStandBetweenAttributes() throws {
        let list = { (key: String) in
            Proto.bytes(5, Proto.bytes(6, Proto.bytes(1, Proto.pair(key, Proto.number(3, 1)))))
        }
        let record = list("a") + Proto.bytes(6, Proto.pair("between", Proto.number(3, 2))) + list("b")
        let log = try #require(try OTLP.logs(protobuf: Proto.logs(record)).logs.first)
        #expect(log.body.keyValues?.map(\.key) == ["a", "b"])
        #expect(log.attributes.map(\.key) == ["between"])
    }

    @Test func piecesCostNoMoreThanWhatIsInThem() throws {
        // Each piece of the array has an element; joining must not read or copy the earlier ones again.
        let count = 50_000
        let piece = Proto.bytes(5, Proto.bytes(1, Proto.number(2, 1)))
        let value = [[UInt8]](repeating: piece, count: count).flatMap(\.self)
        let bytes = Proto.request([Proto.span(Proto.bytes(9, Proto.pair("gen_ai.input.messages", value)))])
        let span = try #require(try OTLP.traces(protobuf: bytes).spans.first)
        guard case .array(let range) = span.attributes[0].value.record else {
            Issue.record("not an array")
            return
        }
        #expect(range == RecordRange(first: 0, count: UInt32(count)))
    }

    private func attribute(_ key: String, _ number: UInt64) -> [UInt8] {
        Proto.bytes(1, Proto.pair(key, Proto.number(3, number)))
    }
}
