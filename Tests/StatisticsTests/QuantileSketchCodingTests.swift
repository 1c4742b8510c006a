import Statistics
import Testing

@Suite("The stored form of a sketch")
struct QuantileSketchCodingTests {
    @Test("gives the same sketch back", arguments: [0, 1, 5, 64, 65, 5000])
    func roundTrip(_ size: Int) throws {
        var generator = SplitMix64(seed: UInt64(size) + 1)
        let sketch = QuantileSketchTests.random(size, using: &generator)
        let bytes = encoded(sketch)
        var offset = 0
        #expect(try QuantileSketch(decoding: bytes.span.bytes, from: &offset) == sketch)
        #expect(offset == bytes.count)
    }

    @Test("is the same whatever the sketch went through")
    func canonical() {
        var generator = SplitMix64(seed: 3)
        let sketch = QuantileSketchTests.random(20, using: &generator)
        let detour = QuantileSketchTests.random(2000, using: &generator)
        var other = sketch
        other.merge(detour)
        other.subtract(detour)
        #expect(encoded(other) == encoded(sketch))
    }

    @Test("of one value takes four bytes")
    func small() {
        var sketch = QuantileSketch()
        sketch.add(1.5)
        #expect(encoded(sketch).count == 4)
    }

    @Test("merges as the sketch itself does, several in a row")
    func merging() throws {
        var generator = SplitMix64(seed: 4)
        let parts = (0..<50).map { QuantileSketchTests.random($0 * 3, using: &generator) }
        var bytes: [UInt8] = []
        var expected = QuantileSketch()
        for part in parts {
            part.encode(into: &bytes)
            expected.merge(part)
        }
        var sketch = QuantileSketch()
        var offset = 0
        for _ in parts { try sketch.merge(decoding: bytes.span.bytes, from: &offset) }
        #expect(sketch == expected)
        #expect(offset == bytes.count)
    }

    @Test("cut short is an error and changes nothing")
    func truncated() throws {
        var generator = SplitMix64(seed: 5)
        let bytes = encoded(QuantileSketchTests.random(90, using: &generator))
        let before = QuantileSketchTests.random(10, using: &generator)
        for length in 0..<bytes.count {
            var sketch = before
            var offset = 0
            let part = Array(bytes.prefix(length))
            #expect(throws: SketchDecodingError.truncated) {
                try sketch.merge(decoding: part.span.bytes, from: &offset)
            }
            #expect(sketch == before)
            #expect(offset == 0)
        }
    }

    @Test(
        "that cannot be is an error",
        arguments: [
            ([1, 0xB5, 0x10, 2], SketchDecodingError.keyOutOfRange),
            ([2, 0xB4, 0x10, 2, 0, 2], .keyOutOfRange),
            ([1] + [UInt8](repeating: 0xFF, count: 9) + [1, 2], .keyOutOfRange),
            ([UInt8](repeating: 0xFF, count: 10), .oversizedNumber),
            ([UInt8](repeating: 0xFF, count: 9) + [1], .truncated),
            ([1, 5] + [UInt8](repeating: 0x80, count: 20), .oversizedNumber),
        ])
    func impossible(_ bytes: [UInt8], _ error: SketchDecodingError) {
        var offset = 0
        #expect(throws: error) { try QuantileSketch(decoding: bytes.span.bytes, from: &offset) }
    }

    @Test("An offset outside of the bytes is an error", arguments: [-1, 4, Int.max])
    func badOffset(_ start: Int) {
        var sketch = QuantileSketch()
        sketch.add(1)
        let bytes = encoded(sketch)
        var offset = start
        #expect(throws: SketchDecodingError.truncated) {
            try sketch.merge(decoding: bytes.span.bytes, from: &offset)
        }
    }

    @Test("mutated at random gives a sketch or an error")
    func mutated() {
        var generator = SplitMix64(seed: 6)
        let bytes = encoded(QuantileSketchTests.random(30, using: &generator))
        var errors = 0
        for _ in 0..<20_000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                changed[Int.random(in: 0..<changed.count, using: &generator)] = UInt8.random(
                    in: 0...255, using: &generator)
            }
            var offset = 0
            if let sketch = try? QuantileSketch(decoding: changed.span.bytes, from: &offset) {
                _ = (sketch.quantile(0.95), sketch.max)
                var again = 0
                let copy = encoded(sketch)
                #expect((try? QuantileSketch(decoding: copy.span.bytes, from: &again)) == sketch)
            } else {
                errors += 1
                #expect(offset == 0)
            }
        }
        #expect(errors > 0 && errors < 20_000)
    }

    private func encoded(_ sketch: QuantileSketch) -> [UInt8] {
        var bytes: [UInt8] = []
        sketch.encode(into: &bytes)
        return bytes
    }
}
