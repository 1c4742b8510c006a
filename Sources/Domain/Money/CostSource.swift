/// Where the cost of a call comes from.
public enum CostSource: String, Sendable, CaseIterable {
    /// Computed from its tokens and the price table.
    case computed
    /// Said by the client; used when no price is known.
    case reported
}
