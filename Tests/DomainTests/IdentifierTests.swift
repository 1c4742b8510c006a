import Domain
import Testing

@Suite struct IdentifierTests {
    @Test func roundTrips() throws {
        let trace = try #require(TraceID(hex: "5B8EFFF798038103d269b633813fc60c"))
        #expect(trace.description == "5b8efff798038103d269b633813fc60c")
        #expect(TraceID(trace.bytes) == trace)
        let span = try #require(SpanID(hex: "EEE19B7EC3C1B174"))
        #expect(SpanID(span.bytes) == span && span.description == "eee19b7ec3c1b174")
    }

    @Test(arguments: [
        "", "0", "abc", String(repeating: "0", count: 32), String(repeating: "a", count: 34),
        String(repeating: "g", count: 32),
    ])
    func refusesWhatIsNoTraceID(text: String) { #expect(TraceID(hex: text) == nil) }

    @Test(arguments: [0, 7, 8, 9]) func spanIDsAreEightBytes(count: Int) {
        #expect((SpanID([UInt8](repeating: 1, count: count)) != nil) == (count == 8))
        #expect(SpanID([UInt8](repeating: 0, count: count)) == nil)
    }
}
