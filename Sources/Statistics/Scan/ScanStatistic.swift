import Glibc

/// The spatial scan statistic for counts (Martin Kulldorff, A spatial scan statistic, Communications in Statistics 26, 1997,
/// 1481–1496): of many candidates, which part of a population and time holds too many events?
public enum ScanStatistic {
    /// Twice the logarithm of the ratio of likelihoods of two Poisson rates, one inside and one outside, against one for all:
    /// 2 [c ln(c / e) + (C − c) ln((C − c) / (C − e))], as candidates of the same events compare by it.
    ///
    /// - Parameters:
    ///   - inside: c, the events inside; any amounts that are not negative.
    ///   - expected: e, the events that would be inside if the rate were the same everywhere.
    ///   - total: C, all events.
    /// - Returns: 0 when there are not more events inside than expected, or the numbers make no sense.
    public static func gain(inside: Double, expected: Double, of total: Double) -> Double {
        guard expected > 0, total > expected, inside > expected, inside <= total, total.isFinite else { return 0 }
        func term(_ seen: Double, _ expected: Double) -> Double { seen > 0 ? seen * log(seen / expected) : 0 }
        return max(0, 2 * (term(inside, expected) + term(total - inside, total - expected)))
    }
}
