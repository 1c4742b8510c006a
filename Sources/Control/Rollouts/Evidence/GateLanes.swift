import Domain
import Statistics

/// The bets of one gate at all margins that matter: the one that rolls back, one for each step that promotes, and the grid on which the
/// interval is read.
///
/// Rates and scores are compared by a difference of harm, so one centre serves all margins. Amounts and times have their margin inside
/// the harm itself, so each margin has bets of its own.
struct GateLanes: Hashable, Sendable {
    /// Points of the grid.
    static let gridPoints = 33

    /// The margins, as differences of harm or as shares.
    let margins: [Double]
    private let promotions: Int
    private(set) var bettings: [LabelBetting]
    private let isRatio: Bool

    init?(_ gate: RolloutGate, _ baseline: GateBaseline, weights: [Double]) {
        isRatio = gate.metric.scale == .ratio
        promotions = weights.count
        let promotion = weights.map {
            gate.size(of: gate.margin.scaled(by: RolloutGate.widening(at: $0)), baseline: baseline)
        }
        let reach = min(isRatio ? 0.9 : 1, 4 * gate.size(of: gate.margin, baseline: baseline))
        let steps = Double(Self.gridPoints - 1)
        let grid = (0..<Self.gridPoints).map { reach * (2 * Double($0) / steps - 1) }
        margins = [gate.size(of: gate.rollbackMargin, baseline: baseline)] + promotion + grid
        let mean = min(1, max(0, baseline.meanHarm ?? gate.usualHarm))
        let groups =
            isRatio ? margins.map { _ in [HarmMargin.none] } : [margins.compactMap { HarmMargin(absolute: $0) }]
        bettings = groups.compactMap { LabelBetting(margins: $0, baselineMean: mean) }
        guard bettings.reduce(0, { $0 + $1.evidence.count }) == margins.count else { return nil }
    }

    /// Bets on one unit. `harm` says what its harm is with a margin inside it.
    mutating func add(isCanary: Bool, probability: Double, harm: (_ excess: Double) -> Double?) {
        for index in bettings.indices {
            guard let harm = harm(isRatio ? margins[index] : 0),
                let unit = LabelledHarm(isCanary: isCanary, probability: probability, harm: min(1, max(0, harm)))
            else { continue }
            bettings[index].add(unit)
        }
    }

    /// The bets against "the canary is not worse than the roll-back margin".
    var rollback: MixedWealth { evidence(0)?.harm ?? MixedWealth() }

    /// The bets against "the canary is worse by the margin of the promotion `index`".
    func promotion(_ index: Int) -> MixedWealth { evidence(1 + min(index, promotions - 1))?.safe ?? MixedWealth() }

    /// The margin of the promotion `index`.
    func promotionMargin(_ index: Int) -> Double { margins[1 + min(max(0, index), promotions - 1)] }

    /// The interval of the difference that is valid at all times together with probability 1 − `alpha`; nil where it is not bounded.
    func interval(alpha: Double = 0.05) -> (lower: Double?, upper: Double?) {
        let grid = (1 + promotions)..<margins.count
        let lower = grid.prefix { evidence($0)?.harm.hasReached(alpha: alpha / 2) == true }.last
        let upper = grid.reversed().prefix { evidence($0)?.safe.hasReached(alpha: alpha / 2) == true }.last
        return (lower.map { margins[$0] }, upper.map { margins[$0] })
    }

    private func evidence(_ index: Int) -> MarginEvidence? {
        isRatio ? bettings[index].evidence.first : bettings.first?.evidence[index]
    }

    /// Takes up what `numbers` kept; false when they are not of these lanes.
    mutating func restore(_ numbers: inout EvidenceNumbers.Reader) -> Bool {
        for index in bettings.indices {
            guard let betting = numbers.betting(like: bettings[index]) else { return false }
            bettings[index] = betting
        }
        return true
    }
}
