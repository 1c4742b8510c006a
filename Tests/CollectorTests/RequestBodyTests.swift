import Testing

@testable import Collector

@Suite struct RequestBodyTests {
    @Test("bytes come out as they went in, whatever the pieces", arguments: [1, 7, 65_536, 300_000, 1_000_000])
    func wholeness(_ size: Int) {
        let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let body = RequestBody()
        var rest = bytes[...]
        while !rest.isEmpty {
            body.append(rest.prefix(size))
            rest = rest.dropFirst(size)
        }
        #expect(body.count == bytes.count)
        #expect(body.takeAll() == bytes)
        #expect(body.count == 0)
    }
}
