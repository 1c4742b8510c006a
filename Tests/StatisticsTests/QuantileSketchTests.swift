import Statistics
import Testing

@Suite("A quantile sketch counts exactly")
struct QuantileSketchTests {
    /// A sketch of `count` random values with random counts, some of them zero and some of them taken out.
    static func random(_ count: Int, using generator: inout SplitMix64) -> QuantileSketch {
        var sketch = QuantileSketch()
        for value in Samples.everyMagnitude.values(count, using: &generator) {
            sketch.add(value, count: Int64.random(in: -3...9, using: &generator))
        }
        sketch.add(0, count: Int64.random(in: 0...2, using: &generator))
        return sketch
    }

    @Test("Merging is associative and commutative", arguments: [0, 1, 5, 40, 70, 3000])
    func order(_ size: Int) {
        var generator = SplitMix64(seed: UInt64(size))
        let a = Self.random(size, using: &generator)
        let b = Self.random(20, using: &generator)
        let c = Self.random(200, using: &generator)
        var left = a
        left.merge(b)
        left.merge(c)
        var right = c
        var inner = b
        inner.merge(a)
        right.merge(inner)
        #expect(left == right)
        #expect(left.count == a.count + b.count + c.count)
    }

    @Test("Subtracting undoes adding", arguments: [1, 5, 40, 70, 3000])
    func undo(_ size: Int) {
        var generator = SplitMix64(seed: UInt64(size))
        let a = Self.random(size, using: &generator)
        let b = Self.random(100, using: &generator)
        var sum = a
        sum.merge(b)
        #expect(sum != a)
        sum.subtract(b)
        #expect(sum == a)
        sum.subtract(a)
        #expect(sum.isEmpty)
        #expect(sum == QuantileSketch())
    }

    @Test("A difference has no quantiles until it meets its whole")
    func difference() {
        var correction = QuantileSketch()
        correction.add(2)
        correction.add(5, count: -1)
        #expect(correction.count == 0)
        #expect(!correction.isEmpty)
        #expect(correction.quantile(0.5) == nil)
        var whole = QuantileSketch()
        whole.add(5)
        whole.merge(correction)
        var expected = QuantileSketch()
        expected.add(2)
        #expect(whole == expected)
    }

    @Test("What is not a magnitude is refused", arguments: [-1, -0x1p-60, .nan, -.nan, .infinity, -.infinity])
    func refused(_ value: Double) {
        var sketch = QuantileSketch()
        let accepted = sketch.add(value)
        #expect(!accepted)
        #expect(sketch == QuantileSketch())
    }

    @Test("Zero is a value like any other")
    func zero() {
        var sketch = QuantileSketch()
        sketch.add(0, count: 3)
        #expect(sketch.max == 0)
        sketch.add(1)
        sketch.add(-0.0)
        #expect(sketch.quantile(0.8) == 0)
        #expect(sketch.quantile(0.81).map { abs($0 - 1) < 0.01 } == true)
    }

    @Test(
        "Values beyond the scale count in its first or last bucket",
        arguments: [
            (Double.leastNonzeroMagnitude, 0x1p-30), (1e-300, 0x1p-30), (1e30, 0x1p30),
            (.greatestFiniteMagnitude, 0x1p30),
        ])
    func clamped(_ value: Double, _ end: Double) throws {
        var sketch = QuantileSketch()
        sketch.add(value)
        let quantile = try #require(sketch.quantile(0.5))
        #expect(abs(quantile / end - 1) < 0.021)
    }

    @Test("No quantile without numbers or outside 0 to 1", arguments: [-0.1, 1.1, .nan])
    func noQuantile(_ share: Double) {
        var sketch = QuantileSketch()
        #expect(sketch.quantile(0.5) == nil)
        #expect(sketch.max == nil)
        sketch.add(1)
        #expect(sketch.quantile(share) == nil)
    }

    @Test("Counts beyond 64 bits wrap around and can still be taken out")
    func overflow() {
        var sketch = QuantileSketch()
        sketch.add(1, count: .max)
        sketch.add(1, count: .max)
        sketch.add(2, count: .max)
        _ = sketch.quantile(0.99)
        sketch.subtract(sketch)
        #expect(sketch == QuantileSketch())
        sketch.add(3, count: .max)
        #expect(sketch.quantile(1).map { abs($0 - 3) < 0.03 } == true)
    }
}
