import Glibc

/// Betting on the labels of a randomised rollout: since the probability w of each unit to be a canary is known, whoever claims
/// that the arms do equal harm (after the margin) must accept bets on (b − w)(x − c) at even odds. No assumption about the
/// outcomes is made other than their range; weights and daily cycles may change from unit to unit.
///
/// Source: betting on bounded means (Waudby-Smith and Ramdas, "Estimating means of bounded random variables by betting",
/// JRSS B 2024) applied to the randomisation itself. A value: storing it and going on later equals never having stopped.
public struct LabelBetting: Hashable, Sendable, Codable {
    /// Where harm is expected next.
    public private(set) var centre: HarmCentre
    /// The evidence at each margin, in the order in which the margins were given.
    public private(set) var evidence: [MarginEvidence]

    /// Nothing seen yet. `baselineMean` (c₀) is the baseline's mean harm of the last day, counted as `priorUnits` (n₀) units.
    /// Nil when there is no margin or the centre is none (`HarmCentre`).
    public init?(margins: [HarmMargin], baselineMean: Double, priorUnits: Double = 50) {
        guard !margins.isEmpty, let centre = HarmCentre(prior: baselineMean, priorUnits: priorUnits) else { return nil }
        self.centre = centre
        evidence = margins.map(MarginEvidence.init)
    }

    /// What was kept before.
    public init(centre: HarmCentre, evidence: [MarginEvidence]) { (self.centre, self.evidence) = (centre, evidence) }

    /// Bets on one unit. A unit whose arm was certain (probability 0 or 1) proves nothing and changes nothing.
    public mutating func add(_ unit: LabelledHarm) {
        guard unit.probability > 0, unit.probability < 1 else { return }
        let centre = centre.value
        for index in evidence.indices { evidence[index].bet(unit, centre: centre) }
        self.centre.add(unit.harm)
    }

    /// The interval of the difference in harm, canary less baseline, that is valid at all times together with probability
    /// 1 − `alpha`; an end that the margins cannot exclude yet is infinite. The margins are to be absolute and ascending, as
    /// `HarmMargin.grid` makes them. The lower end is the last margin from below of those that were ever rejected one after
    /// the other, the upper end the last such from above, each at `alpha`/2. Nil unless `alpha` is between 0 and 1.
    public func interval(alpha: Double = 0.05) -> Interval? {
        guard alpha > 0, alpha < 1 else { return nil }
        let lower = evidence.prefix { $0.harm.hasReached(alpha: alpha / 2) }.last
        let upper = evidence.reversed().prefix { $0.safe.hasReached(alpha: alpha / 2) }.last
        return Interval(lower: lower?.margin.absolute ?? -.infinity, upper: upper?.margin.absolute ?? .infinity)
    }
}
