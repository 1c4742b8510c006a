import Glibc

/// Sums and special functions of numbers that are kept as natural logarithms.
enum LogSpace {
    /// ln Σ eˣ; −∞ of nothing. The largest term is taken out first, so nothing overflows.
    @inline(__always)
    static func sum(_ logs: [Double]) -> Double {
        guard let largest = logs.max(), largest > -.infinity else { return -.infinity }
        guard largest < .infinity else { return .infinity }
        var sum = 0.0
        for value in logs { sum += exp(value - largest) }
        return largest + log(sum)
    }

    /// ln Γ(x) for x > 0.
    static func gamma(_ x: Double) -> Double {
        var sign: Int32 = 0
        return lgamma_r(x, &sign)
    }

    /// ln B(a, b) = ln Γ(a) + ln Γ(b) − ln Γ(a + b).
    static func beta(_ a: Double, _ b: Double) -> Double { gamma(a) + gamma(b) - gamma(a + b) }

    /// n · ln x with 0 · ln 0 = 0.
    static func times(_ n: Double, logOf x: Double) -> Double { n == 0 ? 0 : n * log(x) }
}
