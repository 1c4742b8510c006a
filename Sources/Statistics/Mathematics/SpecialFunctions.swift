import Glibc

/// Distribution functions that the C library has not.
enum SpecialFunctions {
    /// Q(a, x): the upper regularised incomplete gamma function, a > 0, x ≥ 0. Series for small x, Lentz's continued fraction for large
    /// (Abramowitz and Stegun 6.5.29 and 6.5.31).
    static func upperGamma(_ a: Double, _ x: Double) -> Double {
        guard x > 0 else { return 1 }
        guard x < .infinity else { return 0 }
        let logFactor = a * log(x) - x - LogSpace.gamma(a)
        if x < a + 1 {
            var (term, sum) = (1 / a, 1 / a)
            for n in 1..<10_000 {
                term *= x / (a + Double(n))
                sum += term
                if term < sum * 1e-17 { break }
            }
            return max(0, 1 - sum * exp(logFactor))
        }
        let tiny = 1e-300
        var b = x + 1 - a
        var c = 1 / tiny
        var d = 1 / b
        var product = d
        for n in 1..<10_000 {
            let numerator = -Double(n) * (Double(n) - a)
            b += 2
            d = numerator * d + b
            c = b + numerator / c
            d = 1 / (abs(d) < tiny ? tiny : d)
            if abs(c) < tiny { c = tiny }
            product *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return exp(logFactor) * product
    }

    /// Iₓ(a, b): the regularised incomplete beta function, a, b > 0 (Abramowitz and Stegun 26.5.8, by Lentz's method).
    static func beta(_ a: Double, _ b: Double, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        guard x < 1 else { return 1 }
        guard x <= (a + 1) / (a + b + 2) else { return 1 - beta(b, a, 1 - x) }
        let tiny = 1e-300
        func safe(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
        var c = 1.0
        var d = 1 / safe(1 - (a + b) * x / (a + 1))
        var product = d
        for step in 1..<10_000 {
            let m = Double(step)
            let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
            d = 1 / safe(1 + even * d)
            c = safe(1 + even / c)
            product *= d * c
            let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
            d = 1 / safe(1 + odd * d)
            c = safe(1 + odd / c)
            product *= d * c
            if abs(d * c - 1) < 1e-16 { break }
        }
        return exp(a * log(x) + b * log1p(-x) - LogSpace.beta(a, b)) * product / a
    }

    /// ln of the binomial coefficient n over k; 0 ≤ k ≤ n.
    static func logChoose(_ n: Double, _ k: Double) -> Double {
        LogSpace.gamma(n + 1) - LogSpace.gamma(k + 1) - LogSpace.gamma(n - k + 1)
    }
}
