import Glibc
import Statistics
import Testing

@Suite("A quantile is within 1 % of the exact one")
struct QuantileSketchAccuracyTests {
    static let shares = [0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1]

    @Test("of a million values, in one sketch or many, after corrections", arguments: [Samples.logNormal, .bimodal])
    func million(_ samples: Samples) throws {
        var generator = SplitMix64(seed: 24)
        var values = samples.values(1_000_000, using: &generator)
        let mistaken = samples.values(50_000, using: &generator)

        // A thousand parts in any order; some values went into one part and were taken out in another.
        var parts = [QuantileSketch](repeating: QuantileSketch(), count: 1000)
        for (index, value) in values.enumerated() { parts[index % 1000].add(value) }
        for (index, value) in mistaken.enumerated() {
            parts[index % 1000].add(value)
            parts[(index * 7 + 3) % 1000].add(value, count: -1)
        }
        var sketch = QuantileSketch()
        for part in parts.shuffled(using: &generator) { sketch.merge(part) }

        values.sort()
        try expect(sketch, matches: values)
    }

    @Test("of few values", arguments: 1...40)
    func few(_ count: Int) throws {
        var generator = SplitMix64(seed: UInt64(count))
        let values = Samples.logNormal.values(count, using: &generator).sorted()
        var sketch = QuantileSketch()
        for value in values { sketch.add(value) }
        try expect(sketch, matches: values)
    }

    /// Compares with the nearest rank, and where the values are dense also with linear interpolation between ranks.
    private func expect(_ sketch: QuantileSketch, matches sorted: [Double]) throws {
        #expect(sketch.count == sorted.count)
        for share in Self.shares {
            let quantile = try #require(sketch.quantile(share))
            let exact = sorted[max(0, Int((share * Double(sorted.count) - 1e-6).rounded(.up)) - 1)]
            #expect(abs(quantile / exact - 1) <= 0.01, "q = \(share)")
            if sorted.count >= 1_000_000, (0.01...0.99).contains(share) {
                let position = share * Double(sorted.count - 1)
                let below = Int(position)
                let linear = sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
                #expect(abs(quantile / linear - 1) <= 0.01, "q = \(share), interpolated")
            }
        }
        let (largest, maximum) = (try #require(sorted.last), try #require(sketch.max))
        #expect(maximum >= largest && maximum <= largest * 1.01 / 0.99)
    }

    @Test("of any single value, wherever its bucket begins and ends")
    func bucketEdges() throws {
        var value = 0x1p-30
        var misses: [Double] = []
        for _ in 0..<2100 {
            // `max` is the end of the bucket, so the next bucket begins there: both sides of every edge are tried.
            var sketch = QuantileSketch()
            sketch.add(value)
            let end = try #require(sketch.max)
            for edge in [value, value.nextUp, end.nextDown.nextDown, end.nextDown] {
                var single = QuantileSketch()
                single.add(edge)
                guard single == sketch, let quantile = single.quantile(0.5), abs(quantile - edge) <= 0.01 * edge else {
                    misses.append(edge)
                    continue
                }
            }
            value = end
        }
        #expect(misses.isEmpty)
        #expect(value == 0x1p30)
    }
}
