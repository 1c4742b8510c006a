import Glibc
import Statistics

/// Distributions of latencies as they are met.
enum Samples: Sendable {
    /// Around 0.8 s with a long tail.
    case logNormal
    /// Two thirds around 50 ms (cached), one third around 4 s, nothing between.
    case bimodal
    /// From the first bucket to the last, equally many in each octave.
    case everyMagnitude

    func values(_ count: Int, using generator: inout SplitMix64) -> [Double] {
        (0..<count).map { _ in
            switch self {
            case .logNormal: 0.8 * exp(0.9 * normal(&generator))
            case .bimodal: (Int.random(in: 0..<3, using: &generator) < 2 ? 0.05 : 4) * exp(0.2 * normal(&generator))
            case .everyMagnitude: exp2(Double.random(in: -29.9...29.9, using: &generator))
            }
        }
    }

    /// Box and Muller's transformation.
    private func normal(_ generator: inout SplitMix64) -> Double {
        let radius = sqrt(-2 * log(Double.random(in: 0x1p-53..<1, using: &generator)))
        return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
    }
}
