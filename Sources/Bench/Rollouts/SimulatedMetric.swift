import Glibc
import Statistics

/// What a unit of a simulated rollout does, with the baseline or with the canary, which may do worse.
enum SimulatedMetric: String, CaseIterable {
    case error = "error 1 → 3 %"
    case latency = "p95 latency + 25 %"
    case score = "score 0.90 → 0.85"
    case hallucination = "hallucination 2 → 5 %"

    /// The mean harm of the baseline.
    var baselineMean: Double {
        switch self {
        case .error: 0.01
        case .latency: 0.05
        case .score: 0.1
        case .hallucination: 0.02
        }
    }

    /// The mean harm half-way to that of the worse release: where one would set a fixed threshold.
    var halfWay: Double {
        switch self {
        case .error: 0.02
        case .latency: 0.08
        case .score: 0.125
        case .hallucination: 0.035
        }
    }

    /// The harm of one unit.
    func harm(isWorse: Bool, _ generator: inout SplitMix64) -> Double {
        switch self {
        case .error: Harm.event(generator.unit() < (isWorse ? 0.03 : 0.01))
        case .hallucination: Harm.event(generator.unit() < (isWorse ? 0.05 : 0.02))
        case .latency: Harm.event(latency(&generator) * (isWorse ? 1.25 : 1) > Self.usualP95)
        // A grade of five, each of the four steps lost with the same probability.
        case .score:
            (0..<4).reduce(0) { sum, _ in sum + (generator.unit() < (isWorse ? 0.15 : 0.1) ? 0.25 : 0) }
        }
    }

    private static let spread = 0.55
    private static let usualP95 = exp(spread * 1.644_853_627)

    /// Log-normal around 1.
    private func latency(_ generator: inout SplitMix64) -> Double {
        exp(Self.spread * sqrt(-2 * log(1 - generator.unit())) * cos(2 * .pi * generator.unit()))
    }
}
