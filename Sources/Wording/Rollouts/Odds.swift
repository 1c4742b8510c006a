import Drawing
import Glibc

/// Evidence as a bet.
public enum Odds {
    /// `4.1 : 1` of a natural logarithm; a dash when it is no number.
    public static func text(_ logarithm: Double) -> String {
        guard logarithm.isFinite else { return Format.missing }
        // Beyond a million the digits mean nothing to anybody.
        guard logarithm < log(1e6) else { return "over 1 000 000 : 1" }
        let odds = exp(logarithm)
        let rounded = (odds * 10).rounded() / 10
        let isWhole = odds >= 99.5 || rounded == rounded.rounded()
        return (isWhole ? Format.grouped(Int(odds.rounded())) : Format.decimal(odds, decimals: 1)) + " : 1"
    }
}
