/// What a metric said within one step of time.
public enum MetricSample: Hashable, Sendable {
    /// The latest level of a gauge, and the lowest and highest that were seen.
    case level(latest: Double, lowest: Double, highest: Double)
    /// What came together: tokens, requests.
    case amount(Double)
    case distribution(MetricDistribution)

    /// The latest level; nil for anything else.
    public var level: Double? { if case .level(let latest, _, _) = self { latest } else { nil } }
    /// What came together: an amount, or the sum of a distribution's values; nil for a level.
    public var amount: Double? {
        switch self {
        case .level: nil
        case .amount(let amount): amount
        case .distribution(let distribution): distribution.sum
        }
    }
    /// How values were distributed; nil for anything else.
    public var distribution: MetricDistribution? { if case .distribution(let found) = self { found } else { nil } }
}
