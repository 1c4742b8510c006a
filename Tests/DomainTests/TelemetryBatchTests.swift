import Domain
import Testing

@Suite struct TelemetryBatchTests {
    /// Records that point outside their arrays must read as empty, whatever made them.
    @Test func recordsThatPointOutsideReadAsEmpty() throws {
        var record = SpanRecord(
            traceID: try #require(TraceID(hex: String(repeating: "1", count: 32))), spanID: try #require(SpanID(1)))
        record.name = ByteSlice(offset: .max, count: .max)
        record.attributes = RecordRange(first: 1, count: .max)
        record.events = RecordRange(first: .max, count: .max)
        record.links = RecordRange(first: 0, count: 9)
        record.resource = 7
        record.scope = .max
        let batch = TelemetryBatch(
            bytes: Array("key".utf8), resources: [], scopes: [], spans: [record],
            attributes: [
                AttributeRecord(key: ByteSlice(offset: 0, count: 3), value: .int(1)),
                AttributeRecord(key: ByteSlice(offset: 2, count: 9), value: .array(RecordRange(first: 5, count: 5))),
            ], values: [])
        let span = try #require(batch.spans.first)
        #expect(
            span.name.isEmpty && span.events.isEmpty && span.links.isEmpty && span.resource.isEmpty
                && span.scopeName.isEmpty)
        #expect(span.attributes.count == 1)
        #expect(span.attributes.first?.key == "" && span.attributes.first?.value.array?.isEmpty == true)
        #expect(span.attributes["key"] == nil)
    }

    @Test func attributesAreFoundByKeyAndReadAsWhatTheyAre() throws {
        let batch = TelemetryBatch(
            bytes: Array("key12".utf8), resources: [], scopes: [],
            attributes: [
                AttributeRecord(key: ByteSlice(offset: 0, count: 3), value: .string(ByteSlice(offset: 3, count: 2))),
                AttributeRecord(key: ByteSlice(offset: 0, count: 3), value: .int(5)),
                AttributeRecord(key: ByteSlice(offset: 0, count: 1), value: .double(.nan)),
            ], values: [])
        let list = batch.attributes(RecordRange(first: 0, count: 3))
        #expect(list["key"]?.string == "12" && list["key"]?.integer == 12 && list["key"]?.number == 12)
        #expect(list["k"]?.number == nil && list["k"]?.json == .string("nan"))
        #expect(list["other"] == nil)
    }
}
