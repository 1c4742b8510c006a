/// The prices of a model in one service tier: the usual ones, and those for long inputs.
public struct PriceSchedule: Hashable, Sendable {
    /// The prices of calls whose input is in no band.
    public let base: Rates
    /// Prices of whole calls (all of their tokens) whose input, cached tokens included, is longer than the key; the longest key
    /// that fits decides, and a part missing there costs as in the next shorter one, in the end as in `base`.
    public let above: [Int64: Rates]

    /// The prices of one service tier.
    public init(_ base: Rates, above: [Int64: Rates] = [:]) { (self.base, self.above) = (base, above) }
}
