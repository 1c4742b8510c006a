/// Where harm is expected before the next unit is seen: the mean of all units so far, drawn towards what the baseline was
/// before. Any centre keeps label betting valid; a good one makes it fast.
public struct HarmCentre: Hashable, Sendable, Codable {
    /// c₀: the mean harm of the baseline before the rollout, 0 … 1.
    public let prior: Double
    /// n₀: how many units c₀ counts as; greater than 0.
    public let priorUnits: Double
    /// Σh of the units so far.
    public private(set) var sum = 0.0
    /// How many units there were.
    public private(set) var units = 0.0

    /// Nil unless `prior` is in 0 … 1 and `priorUnits` is positive and finite.
    public init?(prior: Double, priorUnits: Double = 50) {
        guard prior >= 0, prior <= 1, priorUnits > 0, priorUnits < .infinity else { return nil }
        (self.prior, self.priorUnits) = (prior, priorUnits)
    }

    /// The centre that was kept before: this one after `units` units with the harm `sum` in all. Nil unless both are finite and not negative.
    public func after(sum: Double, units: Double) -> HarmCentre? {
        guard sum >= 0, sum < .infinity, units >= 0, units < .infinity else { return nil }
        var centre = self
        (centre.sum, centre.units) = (sum, units)
        return centre
    }

    /// c = (n₀·c₀ + Σh) / (n₀ + units).
    public var value: Double { (priorUnits * prior + sum) / (priorUnits + units) }

    mutating func add(_ harm: Double) {
        sum += harm
        units += 1
    }
}
