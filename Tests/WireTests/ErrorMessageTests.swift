import Domain
import Testing
import Wire

@Suite struct ErrorMessageTests {
    @Test func theFieldIsNamed() {
        let value = Proto.tag(1, 2) + Proto.varint(80) + Array("secret value".utf8)
        let broken = Proto.request([Proto.span(Proto.bytes(9, Proto.pair("secret key", value)))])
        let error = failure { () throws(WireError) in try OTLP.traces(protobuf: broken) }
        #expect(
            error?.message.contains("resourceSpans.scopeSpans.spans.attributes.value.stringValue") == true,
            "\(error?.message ?? "no error")")
        #expect(error?.message.contains("secret") == false)
        let text = #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"kind":"SECRET"}]}]}]}"#
        let other = failure { () throws(WireError) in try OTLP.traces(json: Array(text.utf8)) }
        #expect(other == .malformed("a number is wanted, not a name in resourceSpans.scopeSpans.spans.kind at byte 51"))
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func messagesAreShortAndHoldNothingOfTheInput(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let body = try #require(
            try CapturedBody.all().filter { $0.bytes.count < 5_000 }.randomElement(using: &generator))
        for _ in 0..<100 {
            let bytes = Mutation.of(body.bytes, splicing: body.bytes, using: &generator)
            for error in [
                failure { () throws(WireError) in try OTLP.traces(protobuf: bytes) },
                failure { () throws(WireError) in try OTLP.traces(json: bytes) },
            ] {
                guard let error else { continue }
                #expect(error.message.utf8.count <= 200)
                #expect(error.message.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F })
            }
        }
    }

    @Test func theMessageOfADeepValueIsShort() {
        var value = #"{"intValue":"x"}"#
        for _ in 0..<30 { value = #"{"arrayValue":{"values":[\#(value)]}}"# }
        let text =
            #"{"resourceSpans":[{"scopeSpans":[{"spans":[{"attributes":[{"key":"k","value":\#(value)}]}]}]}]}"#
        let error = failure { () throws(WireError) in try OTLP.traces(json: Array(text.utf8)) }
        #expect((error?.message.utf8.count ?? .max) <= 200)
    }

    private func failure(_ read: () throws(WireError) -> TelemetryBatch) -> WireError? {
        do throws(WireError) {
            _ = try read()
            return nil
        } catch {
            return error
        }
    }
}
