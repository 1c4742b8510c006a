/// An amount of US dollars, kept as whole nano-dollars (10⁻⁹ $), so that sums of many small prices are exact.
/// Arithmetic saturates (±9.2 billion dollars).
public struct Money: Hashable, Comparable, Sendable {
    /// The amount in nano-dollars.
    public var nanodollars: Int64

    /// An amount of `nanodollars` × 10⁻⁹ $.
    public init(nanodollars: Int64) { self.nanodollars = nanodollars }

    /// The amount nearest to `usd`; nil when it is not finite or too large.
    public init?(usd: Double) {
        let scaled = (usd * 1e9).rounded()
        guard let exact = Int64(exactly: scaled) else { return nil }
        nanodollars = exact
    }

    /// The amount in US dollars.
    public var usd: Double { Double(nanodollars) / 1e9 }

    /// No money at all.
    public static let zero = Money(nanodollars: 0)

    public static func + (a: Money, b: Money) -> Money {
        let (sum, overflow) = a.nanodollars.addingReportingOverflow(b.nanodollars)
        return Money(nanodollars: overflow ? (b.nanodollars > 0 ? .max : .min) : sum)
    }
    public static func < (a: Money, b: Money) -> Bool { a.nanodollars < b.nanodollars }
}
