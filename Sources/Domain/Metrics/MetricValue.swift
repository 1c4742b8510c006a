/// What a data point says.
public enum MetricValue: Hashable, Sendable {
    /// A level at a moment: a gauge, or a sum that also falls (an up-down counter). Finite.
    case level(Double)
    /// How much came together: since the start of its stream, or since the point before when it is a difference. Finite, at least 0.
    case amount(Double, isDifference: Bool)
    /// How values are distributed: of all since the start of the stream, or since the point before when it is a difference.
    case distribution(MetricDistribution, isDifference: Bool)
}
