/// How a gate stands: the numbers behind its verdict.
public struct GateStanding: Hashable, Sendable {
    /// The name of the gate.
    public var gate: String
    public var verdict: GateVerdict
    public var isRequired: Bool
    /// Whether `allowed`, `lower` and `upper` are shares of the baseline, as of amounts and times; otherwise they are in the metric's unit.
    public var isRelative: Bool
    /// What both arms show, in the metric's own unit (a rate, a score, dollars, seconds); nil without units.
    public var stable: Double?
    public var canary: Double?
    /// Units in which the metric was seen.
    public var stableUnits: Int
    public var canaryUnits: Int
    /// The margin that this step must exclude, in the unit of `lower` and `upper`.
    public var allowed: Double
    /// The ends of the interval of the difference that is valid at all times with probability 95 %, canary less baseline, bigger is worse: in
    /// units of the metric, or for amounts and times as a share of the baseline. Nil while unbounded.
    public var lower: Double?
    public var upper: Double?
    /// ln of the evidence that the canary is worse by more than the roll-back margin: the largest so far, and now.
    public var harmPeak: Double
    public var harm: Double
    /// ln of the evidence that it is not worse by this step's margin: the largest so far.
    public var safePeak: Double
    /// In about how long it will have passed, if all goes on as before; nil when it will not, or nobody can tell.
    public var remaining: Nanoseconds?

    /// A gate of which nothing was seen.
    public init(gate: String, isRequired: Bool, isRelative: Bool, allowed: Double) {
        (self.gate, self.isRequired, self.isRelative, self.allowed) = (gate, isRequired, isRelative, allowed)
        (verdict, stableUnits, canaryUnits, harmPeak, harm, safePeak) = (.noData, 0, 0, 0, 0, 0)
    }
}
