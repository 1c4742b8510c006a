import Domain
import Testing
import Wire

/// What the store keeps reads as it did when it came.
@Suite struct StoredItemTests {
    @Test func spansReadBackAsTheyCame() throws {
        for body in try CapturedBody.all() where body.signal == .traces {
            let batch = try OTLP.traces(protobuf: body.bytes)
            let items = batch.spans.map {
                EncodedItem(
                    message: Array($0.encoded), resource: Array(batch.bytes(batch.resources[$0.resourceIndex].encoded)),
                    scope: Array(batch.bytes(batch.scopes[$0.scopeIndex].encoded)))
            }
            let again = OTLP.spans(items)
            #expect(again.count == items.count)
            let found = try #require(again.first ?? nil)
            #expect(Lines.of(found.batch) == Lines.of(batch), "\(body)")
            #expect(again.map { $0?.spanID } == batch.spans.map(\.spanID))
            #expect(again.map { $0?.flags } == batch.spans.map(\.flags))
        }
    }

    @Test func logRecordsReadBackAsTheyCame() throws {
        for body in try CapturedBody.all() where body.signal == .logs {
            let batch = try OTLP.logs(protobuf: body.bytes)
            let items = batch.logs.map {
                EncodedItem(
                    message: Array($0.encoded), resource: Array(batch.bytes(batch.resources[$0.resourceIndex].encoded)),
                    scope: Array(batch.bytes(batch.scopes[$0.scopeIndex].encoded)))
            }
            let found = try #require(OTLP.logs(items).first ?? nil)
            #expect(Lines.of(found.batch) == Lines.of(batch), "\(body)")
        }
    }

    @Test func aDamagedItemTakesNoOtherAlong() {
        let good = EncodedItem(message: Proto.span(Proto.text(5, "good")), resource: [], scope: [])
        let broken = EncodedItem(message: [0xFF, 0xFF], resource: [], scope: [])
        let anonymous = EncodedItem(message: Proto.text(5, "no ids"), resource: [], scope: [])
        #expect(OTLP.spans([good, broken, good, anonymous]).map { $0?.name } == ["good", nil, "good", nil])
        #expect(OTLP.span(broken) == nil)
        #expect(OTLP.spans([]).isEmpty)
    }

    @Test func eachItemKeepsItsOwnResourceAndScope() {
        let resource = { (name: String) in Proto.bytes(1, Proto.pair("service.name", Proto.text(1, name))) }
        let items = [("a", "x"), ("a", "x"), ("a", "y"), ("b", "y"), ("a", "x")].map {
            EncodedItem(message: Proto.span(), resource: resource($0), scope: Proto.text(1, $1))
        }
        let spans = OTLP.spans(items)
        #expect(spans.map { $0?.resource["service.name"]?.string } == ["a", "a", "a", "b", "a"])
        #expect(spans.map { $0?.scopeName } == ["x", "x", "y", "y", "x"])
    }
}
