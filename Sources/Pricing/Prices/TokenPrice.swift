/// The price of one token in whole pico-dollars (10⁻¹² $): one dollar per million tokens is 1 000 000 of them, so list prices,
/// which have few decimals, and sums of them are exact.
public struct TokenPrice: Hashable, Sendable {
    /// 0 … 10¹¹.
    let picodollars: Int64

    /// The highest price that is believed, in dollars per million tokens.
    public static let highest = 100_000.0
    /// The lowest price but 0 that is believed, in dollars per million tokens.
    static let lowest = 0.0001

    /// The price nearest to `dollarsPerMillion`; `part` names it in the error.
    init(dollarsPerMillion price: Double, part: String) throws(PriceError) {
        guard price.isFinite, price >= 0 else { throw .notAnAmount(part: part, price) }
        guard price <= Self.highest else { throw .absurdlyHigh(part: part, price) }
        guard price == 0 || price >= Self.lowest else { throw .absurdlyLow(part: part, price) }
        picodollars = Int64(price * 1e6 + 0.5)
    }
}
