/// What a gate compares.
public enum RolloutMetric: Hashable, Sendable {
    /// The share of failed calls.
    case errorRate
    /// The share of calls whose score of this name is at least ½: `hallucination`, `guardrail`, `toxicity`.
    case rate(String)
    /// The share of judged calls that people found bad.
    case thumbsDown
    /// A score between two values where more is better, or less.
    case score(String, ScoreScale)
    /// US dollars a call.
    case cost
    /// Tokens a call, input and output together.
    case tokens
    /// A percentile of the seconds that a call takes.
    case latency(Percentile)
    /// A percentile of the seconds to the first token.
    case timeToFirstToken(Percentile)

    /// Percentiles that rollups know.
    public enum Percentile: Int, Hashable, Sendable, CaseIterable {
        case p50 = 50
        case p90 = 90
        case p95 = 95
        case p99 = 99

        /// As a share: 0.95.
        public var share: Double { Double(rawValue) / 100 }
    }

    /// In what a margin is given and the gate is shown.
    public enum Scale: Hashable, Sendable {
        /// A share of units; margins in percentage points or relative to what the baseline was.
        case share
        /// A score; margins in its own points.
        case points
        /// An amount or a time; margins in per cent of the baseline.
        case ratio
    }

    /// In what margins are given.
    public var scale: Scale {
        switch self {
        case .errorRate, .rate, .thumbsDown: .share
        case .score: .points
        case .cost, .tokens, .latency, .timeToFirstToken: .ratio
        }
    }

    /// The percentile that is compared; nil when it is a mean.
    public var percentile: Percentile? {
        switch self {
        case .latency(let percentile), .timeToFirstToken(let percentile): percentile
        default: nil
        }
    }

    /// Whether it speaks of harm to users, so that it weighs more in a decision to roll back.
    public var isSafety: Bool {
        switch self {
        case .errorRate, .rate: true
        default: false
        }
    }

    /// Canary units below which no verdict is given: it would be valid, and look silly.
    public var fewestUnits: Int {
        switch self {
        case .cost, .tokens: 100
        case .latency(let percentile), .timeToFirstToken(let percentile): percentile == .p99 ? 500 : 100
        default: 30
        }
    }
}

/// The range of a score and its good end.
public struct ScoreScale: Hashable, Sendable {
    public var lowest: Double
    public var highest: Double
    public var lowerIsBetter: Bool

    /// A scale of the given parts.
    public init(lowest: Double = 0, highest: Double = 1, lowerIsBetter: Bool = false) {
        (self.lowest, self.highest, self.lowerIsBetter) = (lowest, highest, lowerIsBetter)
    }
}
