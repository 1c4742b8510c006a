import Glibc

/// Student's t distribution, as far as intervals need it.
public enum StudentDistribution {
    /// The value that lies above 97.5 % of the distribution with `degrees` of freedom (at least 1): half the width of a 95 % interval in
    /// standard errors.
    public static func upper975(degrees: Int) -> Double { critical(alpha: 0.05, degrees: Double(max(1, degrees))) }

    /// The value that |t| exceeds with probability `alpha` (between 0 and 1); that of the normal distribution when `degrees` is infinite.
    static func critical(alpha: Double, degrees: Double) -> Double {
        let tail = { (t: Double) in
            degrees < .infinity
                ? 0.5 * SpecialFunctions.beta(degrees / 2, 0.5, degrees / (degrees + t * t))
                : 0.5 * erfc(t / 2.0.squareRoot())
        }
        var high = 1.0
        while tail(high) > alpha / 2, high < 1e150 { high *= 2 }
        return Bisection.border(inside: 0, outside: high) { tail($0) > alpha / 2 }
    }
}
