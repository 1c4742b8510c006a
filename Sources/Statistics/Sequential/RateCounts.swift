import Glibc

/// How often something happened in how many trials, with intervals that stay valid however often they are looked at.
public struct RateCounts: Hashable, Sendable, Codable {
    /// How often it happened.
    public private(set) var events = 0
    /// How often it did not.
    public private(set) var others = 0

    /// Nothing seen yet.
    public init() {}

    /// Nil unless 0 ≤ `events` ≤ `trials`.
    public init?(events: Int, trials: Int) {
        guard events >= 0, trials >= events else { return nil }
        (self.events, others) = (events, trials - events)
    }

    /// Counts one trial.
    public mutating func add(_ happened: Bool) {
        if happened { events += 1 } else { others += 1 }
    }

    /// All trials.
    public var trials: Int { events + others }

    /// events / trials; nil without trials.
    public var rate: Double? { trials > 0 ? Double(events) / Double(trials) : nil }

    /// ln of the evidence against the rate being `rate`, with the mixture `prior`: 0 at the start, and the probability that it ever
    /// reaches ln(1/α) when the rate is right is at most α (Robbins 1970). Infinite when the counts are impossible at `rate`. Nil unless
    /// `rate` is in 0 … 1.
    public func logEvidence(against rate: Double, prior: BetaPrior) -> Double? {
        guard rate >= 0, rate <= 1 else { return nil }
        return prior.logMarginal(self) - logLikelihood(rate)
    }

    /// The rates that are not rejected at `alpha`, at all times together: the two-sided beta-binomial mixture whose prior has the
    /// rate in question as its mean and is tightest after `tightestAt` trials (`BetaPrior.strength`). 0 … 1 when nothing was seen. Nil
    /// unless `alpha` is between 0 and 1.
    public func interval(alpha: Double = 0.05, tightestAt trials: Double = 200) -> Interval? {
        guard alpha > 0, alpha < 1, trials > 0 else { return nil }
        guard let rate else { return Interval(lower: 0, upper: 1) }
        let strength = BetaPrior.strength(tightestAt: trials)
        let isKept = { (candidate: Double) in
            BetaPrior(mean: candidate, strength: strength)
                .map { $0.logMarginal(self) - logLikelihood(candidate) < -log(alpha) } ?? false
        }
        return Interval(
            lower: events > 0 ? Bisection.border(inside: rate, outside: 0, holds: isKept) : 0,
            upper: others > 0 ? Bisection.border(inside: rate, outside: 1, holds: isKept) : 1)
    }

    func logLikelihood(_ rate: Double) -> Double {
        LogSpace.times(Double(events), logOf: rate) + LogSpace.times(Double(others), logOf: 1 - rate)
    }
}
