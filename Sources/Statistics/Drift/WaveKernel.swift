/// The inner loop of `EmbeddingFeatures`: eight waves of four vectors at a time.
enum WaveKernel {
    /// ω·x of the block of weights at `weights` with four vectors of `dimension` numbers each.
    @inline(__always)
    static func phases(
        _ weights: UnsafePointer<SIMD8<Float>>, dimension: Int, _ x0: UnsafePointer<Float>, _ x1: UnsafePointer<Float>,
        _ x2: UnsafePointer<Float>, _ x3: UnsafePointer<Float>
    ) -> (SIMD8<Float>, SIMD8<Float>, SIMD8<Float>, SIMD8<Float>) {
        var (s0, s1, s2, s3) = (SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero)
        for k in 0..<dimension {
            let w = weights[k]
            s0 += w * x0[k]
            s1 += w * x1[k]
            s2 += w * x2[k]
            s3 += w * x3[k]
        }
        return (s0, s1, s2, s3)
    }

    /// ω·x of the block of weights at `weights` with one vector; four sums at a time, so that none waits for another.
    @inline(__always)
    static func phase(_ weights: UnsafePointer<SIMD8<Float>>, dimension: Int, _ x: UnsafePointer<Float>) -> SIMD8<Float>
    {
        var (s0, s1, s2, s3) = (SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero, SIMD8<Float>.zero)
        let whole = dimension & ~3
        for k in stride(from: 0, to: whole, by: 4) {
            s0 += weights[k] * x[k]
            s1 += weights[k + 1] * x[k + 1]
            s2 += weights[k + 2] * x[k + 2]
            s3 += weights[k + 3] * x[k + 3]
        }
        for k in whole..<dimension { s0 += weights[k] * x[k] }
        return (s0 + s1) + (s2 + s3)
    }

    /// Cosine and sine of eight angles, within 2·10⁻⁷ for angles up to some thousands: reduced to ±π/4 by multiples of π/2 in three parts
    /// (Cody and Waite 1980), then the polynomials of Moshier's Cephes library.
    @inline(__always)
    static func cosineAndSine(_ angle: SIMD8<Float>) -> (cosine: SIMD8<Float>, sine: SIMD8<Float>) {
        // Adding 1.5 · 2²³ rounds to a whole number, which then stands in the lowest bits.
        let rounding = SIMD8<Float>(repeating: 0x1.8p23)
        let shifted = angle * 0.636_619_772 + rounding
        let quadrant = unsafeBitCast(shifted, to: SIMD8<UInt32>.self)
        let multiple = shifted - rounding
        let r =
            ((angle - multiple * 1.570_312_5) - multiple * 4.837_512_969_970_703e-4) - multiple
            * 7.549_789_954_891_89e-8
        let square = r * r
        let sine = ((square * -1.951_529_589_1e-4 + 8.332_160_873_6e-3) * square - 1.666_665_461_1e-1) * square * r + r
        let cosine =
            ((square * 2.443_315_711_809_948e-5 - 1.388_731_625_493_765e-3) * square + 4.166_664_568_298_827e-2)
            * square
            * square - square * 0.5 + 1
        let swaps = (quadrant & 1) .== 1
        let sineSign = (quadrant & 2) &<< 30
        let cosineSign = ((quadrant &+ 1) & 2) &<< 30
        return (
            flipped(cosine.replacing(with: sine, where: swaps), cosineSign),
            flipped(sine.replacing(with: cosine, where: swaps), sineSign)
        )
    }

    @inline(__always)
    private static func flipped(_ value: SIMD8<Float>, _ sign: SIMD8<UInt32>) -> SIMD8<Float> {
        unsafeBitCast(unsafeBitCast(value, to: SIMD8<UInt32>.self) ^ sign, to: SIMD8<Float>.self)
    }
}
