import Domain

/// A `Price` made ready: the rates of each tier by length of the input.
struct EffectiveSchedule: Sendable {
    private struct Tier {
        let base: EffectiveRates
        /// By ascending threshold.
        let above: [(threshold: Int64, rates: EffectiveRates)]

        /// What the tier itself says goes before what the standard says, even about long inputs.
        init(_ tier: PriceSchedule?, standard: PriceSchedule) {
            let schedules = [tier, standard].compactMap(\.self)
            base = EffectiveRates(firstOf: schedules.map(\.base))
            above = Set(schedules.flatMap(\.above.keys)).sorted().map { threshold in
                (threshold, EffectiveRates(firstOf: schedules.flatMap { $0.rates(upTo: threshold) }))
            }
        }
    }

    let from: Timestamp
    private let standard: Tier
    private let tiers: [ServiceTier: Tier]

    init(_ price: Price) {
        from = price.from ?? Timestamp(nanoseconds: .min)
        standard = Tier(nil, standard: price.standard)
        tiers = price.tiers.mapValues { Tier($0, standard: price.standard) }
    }

    /// The rates of a call in `tier` with so many input tokens, cached ones included.
    func rates(tier: ServiceTier?, input: Int64) -> EffectiveRates {
        let tier = tier.flatMap { tiers[$0] } ?? standard
        return tier.above.last { input > $0.threshold }?.rates ?? tier.base
    }
}

extension PriceSchedule {
    /// The prices of inputs just above `threshold`, the longest band first.
    fileprivate func rates(upTo threshold: Int64) -> [Rates] {
        above.filter { $0.key <= threshold }.sorted { $0.key > $1.key }.map(\.value) + [base]
    }
}
