/// The interval of a rate after a number of trials that was fixed beforehand (Wilson 1927). For looking again and again use
/// `RateCounts.interval`.
public enum WilsonInterval {
    /// The interval of `events` of `trials`. Nil without trials, when the counts contradict each other or `level` is not between 0 and 1.
    public static func of(events: Int, trials: Int, level: Double = 0.95) -> Interval? {
        guard trials > 0, events >= 0, events <= trials, level > 0, level < 1 else { return nil }
        let z = StudentDistribution.critical(alpha: 1 - level, degrees: .infinity)
        let (n, p) = (Double(trials), Double(events) / Double(trials))
        let centre = (p + z * z / (2 * n)) / (1 + z * z / n)
        let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        return Interval(
            lower: events == 0 ? 0 : max(0, centre - half), upper: events == trials ? 1 : min(1, centre + half))
    }
}
