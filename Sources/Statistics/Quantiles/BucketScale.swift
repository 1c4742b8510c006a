/// How a quantile sketch cuts the positive numbers into buckets: every octave [2ᵉ, 2ᵉ⁺¹) from 2⁻³⁰ to 2³⁰ into 35 of them, so
/// that the ends of a bucket never differ by more than the factor 1.01 / 0.99 and its middle is within 1 % of all its values.
/// One fixed scale serves seconds (from a nanosecond to 34 years), tokens and dollars (from a nano-dollar).
///
/// The logarithm is the cubic interpolation between powers of two that the authors of DDSketch use (Masson, Rim and Lee,
/// "DDSketch: A Fast and Fully-Mergeable Quantile Sketch with Relative-Error Guarantees", VLDB 2019). Times 35 its
/// coefficients are whole numbers: 6s³ − 21s² + 50s for the value 2ᵉ(1 + s). It takes four exact operations of IEEE 754 and no
/// library function, so a value has the same bucket on every machine and what was once added can always be subtracted.
enum BucketScale {
    /// Buckets an octave.
    static let bucketsPerOctave = 35
    /// Keys of positive values are 1 … `lastKey`; key 0 is the number zero.
    static let lastKey = 60 * bucketsPerOctave
    private static let lowestExponent = -30
    private static let smallest = 0x1p-30
    private static let end = 0x1p30

    /// The bucket of `value`; values below or above the scale go into its first or last bucket. Nil unless `value` is finite
    /// and at least 0.
    @inline(__always)
    static func key(of value: Double) -> Int? {
        guard value >= smallest else { return value == 0 ? 0 : value > 0 ? 1 : nil }
        guard value < end else { return value.isFinite ? lastKey : nil }
        let bits = value.bitPattern
        let exponent = Int(truncatingIfNeeded: bits >> 52) - 1023
        let fraction = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000) - 1
        return 1 + (exponent - lowestExponent) * bucketsPerOctave + Int(cubic(fraction))
    }

    @inline(__always)
    private static func cubic(_ fraction: Double) -> Double { ((6 * fraction - 21) * fraction + 50) * fraction }

    /// The smallest value of the bucket `key`, which is also the end of the one before; 0 for the bucket of zero.
    static func lowerEnd(of key: Int) -> Double {
        guard key > 0 else { return 0 }
        let (octave, position) = (key - 1).quotientAndRemainder(dividingBy: bucketsPerOctave)
        return Double(sign: .plus, exponent: octave + lowestExponent, significand: starts[position])
    }

    /// The upper end of the bucket `key`; 0 for the bucket of zero.
    static func upperEnd(of key: Int) -> Double { key > 0 ? lowerEnd(of: key + 1) : 0 }

    /// The value that stands for the bucket `key`: the harmonic mean of its ends, whose largest relative error is the smallest.
    static func middle(of key: Int) -> Double {
        guard key > 0 else { return 0 }
        let (low, high) = (lowerEnd(of: key), upperEnd(of: key))
        return low * 2 / (low / high + 1)
    }

    /// Where each bucket of the octave [1, 2) begins: the inverse of the cubic, by Newton's method (it is increasing and nearly
    /// straight), then moved to the very first number that `key(of:)` puts into the bucket.
    private static let starts: [Double] = (0..<bucketsPerOctave).map { position in
        let position = Double(position)
        var fraction = position / Double(bucketsPerOctave)
        for _ in 0..<6 {
            fraction -= (cubic(fraction) - position) / ((18 * fraction - 42) * fraction + 50)
        }
        var start = 1 + fraction
        while cubic(start - 1) < position { start = start.nextUp }
        while start > 1, cubic(start.nextDown - 1) >= position { start = start.nextDown }
        return start
    }
}
