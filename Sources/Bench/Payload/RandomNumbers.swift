import Glibc

/// SplitMix64 (Steele, Lea, Flood 2014), so that a run can be repeated.
struct RandomNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }

    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Log-normal with the given median and sigma (Box–Muller).
    mutating func logNormal(median: Double, sigma: Double) -> Double {
        median * exp(sigma * sqrt(-2 * log(1 - unit())) * cos(2 * .pi * unit()))
    }

    /// Small numbers often, large ones rarely.
    mutating func pareto(_ shape: Double) -> Int { Int(min(1e6, pow(1 - unit(), -1 / shape))) }
}
