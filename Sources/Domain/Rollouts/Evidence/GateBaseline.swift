/// What a gate's metric was under the baseline before the rollout, frozen so that nothing that follows can move it.
public struct GateBaseline: Hashable, Sendable {
    /// The mean harm, 0 … 1: of a rate the rate, of a score the distance from its good end. Nil when nobody knows.
    public var meanHarm: Double?
    /// What amounts and times are measured by: eight times the mean cost, the percentile of the latency. Nil when nobody knows; the first
    /// units of the baseline then say it.
    public var reference: Double?

    /// A baseline of the given parts.
    public init(meanHarm: Double? = nil, reference: Double? = nil) {
        (self.meanHarm, self.reference) = (meanHarm, reference)
    }
}
