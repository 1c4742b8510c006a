/// The evidence of label betting at one margin, in both directions.
public struct MarginEvidence: Hashable, Sendable, Codable {
    /// The margin in question.
    public let margin: HarmMargin
    /// Against "the canary is not worse than the baseline by more than the margin": grows when it is.
    public private(set) var harm = MixedWealth()
    /// Against "the canary is worse by at least the margin": grows when it is not.
    public private(set) var safe = MixedWealth()

    init(_ margin: HarmMargin) { self.margin = margin }

    /// The evidence that was kept before.
    public init(margin: HarmMargin, harm: MixedWealth, safe: MixedWealth) {
        (self.margin, self.harm, self.safe) = (margin, harm, safe)
    }

    /// Bets on the label of `unit` from the centre `c`: Z = (b − w)(x − c), in units of the most that could be lost.
    @inline(__always)
    mutating func bet(_ unit: LabelledHarm, centre c: Double) {
        let (w, d, s) = (unit.probability, margin.absolute, margin.scale)
        let outcome = unit.isCanary ? unit.harm * s - d : unit.harm
        let z = ((unit.isCanary ? 1 : 0) - w) * (outcome - c)
        let mostLostOnHarm = max(w * (1 - c), (1 - w) * (c + d))
        let mostLostOnSafe = max((1 - w) * (s - d - c), w * c)
        if mostLostOnHarm > 0 { harm.bet(max(-1, z / mostLostOnHarm)) }
        if mostLostOnSafe > 0 { safe.bet(max(-1, -z / mostLostOnSafe)) }
    }
}
