import Glibc

/// Turns a p-value into an e-value, which may be multiplied and stopped at will.
///
/// Source: the mixture of all power calibrators κ·p^(κ−1), κ uniform in 0 … 1 (Vovk and Wang, "E-values: calibration, combination and
/// applications", 2021).
public enum PowerCalibrator {
    /// e(p) = (1 − p + p ln p) / (p ln² p), whose mean is 1 for a uniform p; ½ at p = 1. `p` is first raised to `smallest`, below which a
    /// p-value is not to be believed: 10⁻⁵ for counts, 10⁻⁴ for permutations. Nil unless `p` is in 0 … 1 and `smallest` positive.
    public static func evidence(p: Double, smallest: Double = 1e-5) -> Double? {
        guard p >= 0, p <= 1, smallest > 0 else { return nil }
        let u = -log(min(1, max(p, smallest)))
        // With u = −ln p this is (eᵘ − 1 − u)/u²; near p = 1 its series.
        return u < 1e-3 ? 0.5 + u / 6 + u * u / 24 : (expm1(u) - u) / (u * u)
    }
}
