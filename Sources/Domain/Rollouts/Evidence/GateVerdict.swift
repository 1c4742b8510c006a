/// What a gate says now.
public enum GateVerdict: String, Hashable, Sendable, CaseIterable {
    /// It is shown that the canary is not worse by the margin.
    case pass
    /// It is shown that the canary is worse by more than the roll-back margin.
    case fail
    /// Neither is shown yet.
    case undecided
    /// Nothing was seen of the metric. Never a success.
    case noData = "no_data"
    /// The metric is there in one arm and not, or much less, in the other.
    case incomparable
}
