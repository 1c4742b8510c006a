import Glibc

/// A stream of pseudo-random numbers that is the same on every machine for the same seed (SplitMix64: Steele, Lea, Flood, *Fast
/// Splittable Pseudorandom Number Generators*, 2014). Streams of the same seed with another name or index are independent.
struct RandomSource: RandomNumberGenerator, Sendable {
    /// What a stream is for.
    enum Stream: UInt64 { case sessions = 1, turn, user, load, server, wording }

    private var state: UInt64

    init(seed: UInt64, _ stream: Stream, _ index: UInt64 = 0) {
        state = Self.mixed(Self.mixed(Self.mixed(seed) ^ stream.rawValue) ^ index)
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        return Self.mixed(state)
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}

extension RandomSource {
    /// Uniform in 0 ..< 1.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// Uniform in `low ..< high`.
    mutating func uniform(_ low: Double, _ high: Double) -> Double { low + (high - low) * unit() }

    /// True with the given probability.
    mutating func chance(_ probability: Double) -> Bool { unit() < probability }

    /// Normal with mean 0 and deviation 1 (Box–Muller).
    mutating func normal() -> Double {
        sqrt(-2 * log(1 - unit())) * cos(2 * .pi * unit())
    }

    /// Log-normal: what times and lengths of real services look like.
    mutating func logNormal(median: Double, sigma: Double) -> Double { median * exp(sigma * normal()) }

    /// How many independent events happen where `mean` are expected (Knuth's product, in parts so that `exp` does not vanish).
    mutating func poisson(_ mean: Double) -> Int {
        var count = 0
        var rest = mean
        while rest > 0 {
            let part = min(rest, 16)
            rest -= part
            let limit = exp(-part)
            var product = unit()
            while product > limit {
                count += 1
                product *= unit()
            }
        }
        return count
    }

    /// An element, each as likely as its weight says; nil when there is none.
    mutating func pick<Element>(_ choices: [(Element, weight: Double)]) -> Element? {
        var point = unit() * choices.reduce(0) { $0 + $1.weight }
        for (element, weight) in choices {
            point -= weight
            if point < 0 { return element }
        }
        return choices.last?.0
    }

    /// As many lower-case hexadecimal digits as asked for.
    mutating func hexadecimal(_ count: Int) -> String {
        let digits = Array("0123456789abcdef".unicodeScalars)
        var text = String.UnicodeScalarView()
        for _ in 0..<count { text.append(digits[Int(next() >> 60)]) }
        return String(text)
    }
}
