/// Numbers as people read them. What is missing is a dash, never a zero, and so is what is no finite number.
public enum Format {
    /// Stands where a number is missing.
    public static let missing = "–"

    /// The number with a fixed count of decimals and a typographic minus: `−0.029`.
    /// - Parameters:
    ///   - decimals: from 0 to 9.
    ///   - signed: true to show a plus as well.
    public static func decimal(_ value: Double?, decimals: Int, signed: Bool = false) -> String {
        guard let value, value.isFinite else { return missing }
        let decimals = min(max(decimals, 0), 9)
        let scale = powerOfTen(decimals)
        guard let scaled = Int64(exactly: (value.magnitude * scale).rounded()) else { return missing }
        let unit = Int64(scale)
        var text = String(scaled / unit)
        if decimals > 0 {
            let fraction = String(scaled % unit)
            text += "." + String(repeating: "0", count: decimals - fraction.utf8.count) + fraction
        }
        guard scaled != 0 else { return text }
        return value < 0 ? "−" + text : signed ? "+" + text : text
    }

    /// The number with three significant digits, without exponent, decimals only where they say something: `213`, `11.3`,
    /// `0.42`.
    public static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return missing }
        switch value.magnitude {
        case 1_000...: return count(value)
        case 99.95...: return decimal(value, decimals: 0)
        case 9.995...: return decimal(value, decimals: 1)
        case 0.00995..., 0: return decimal(value, decimals: 2)
        default: return decimal(value, decimals: 4)
        }
    }

    /// A count: `847`, `1.2k`, `198k`, `1.2 M`, `3.4 G`.
    public static func count(_ value: Double?) -> String {
        guard let value, value.isFinite else { return missing }
        let units: [(divisor: Double, suffix: String)] = [(1e3, "k"), (1e6, " M"), (1e9, " G"), (1e12, " T")]
        guard value.magnitude >= 999.5 else { return decimal(value, decimals: 0) }
        // The first unit in which the number, rounded, keeps below a thousand.
        let unit = units.first { value.magnitude / $0.divisor < 999.5 } ?? units[units.count - 1]
        let scaled = value / unit.divisor
        return decimal(scaled, decimals: scaled.magnitude < 9.95 ? 1 : 0) + unit.suffix
    }

    /// A count: `847`, `1.2k`, `198k`, `1.2 M`.
    public static func count(_ value: Int?) -> String { count(value.map(Double.init)) }

    /// A count in full, in groups of three: `41 203`.
    public static func grouped(_ value: Int?) -> String {
        guard let value else { return missing }
        let digits = Array(String(value.magnitude))
        var text = value < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += " " }
            text.append(digit)
        }
        return text
    }

    /// A share of one in per cent: `0.4 %`, `41 %`. Something never is rounded to nothing, nor nearly all to all.
    public static func percent(_ fraction: Double?) -> String {
        guard let fraction, fraction.isFinite else { return missing }
        let percent = fraction * 100
        if percent != 0, percent.magnitude < 0.05 { return percent < 0 ? ">−0.1 %" : "<0.1 %" }
        if percent < 100, percent >= 99.5 { return decimal(min(percent, 99.9), decimals: 1) + " %" }
        return decimal(percent, decimals: percent.magnitude < 9.95 ? 1 : 0) + " %"
    }

    /// A relative change in whole per cent with its sign: `−30 %`, `+15 %`.
    public static func change(_ fraction: Double?) -> String {
        guard let fraction, fraction.isFinite else { return missing }
        return decimal(fraction * 100, decimals: 0, signed: true) + " %"
    }

    /// Dollars: `$22.10` from one dollar on, `$0.0041` below, `$41 203` from a thousand on.
    /// - Parameter decimals: a fixed number of decimals, for columns.
    public static func money(_ dollars: Double?, decimals: Int? = nil) -> String {
        guard let dollars, dollars.isFinite else { return missing }
        let sign = dollars < 0 ? "−" : ""
        let amount = dollars.magnitude
        if let decimals { return sign + "$" + decimal(amount, decimals: decimals) }
        if amount >= 1_000 {
            return Int(exactly: amount.rounded()).map { sign + "$" + grouped($0) } ?? missing
        }
        if amount == 0 { return "$0" }
        if amount < 0.00005 { return sign.isEmpty ? "<$0.0001" : ">−$0.0001" }
        return sign + "$" + decimal(amount, decimals: amount < 0.99995 ? 4 : 2)
    }

    /// Dollars an hour: `$22.10/h`, always with cents.
    public static func hourlyCost(_ dollars: Double?) -> String {
        guard let dollars, dollars.isFinite else { return missing }
        return money(dollars, decimals: dollars.magnitude >= 1_000 ? 0 : 2) + "/h"
    }

    static func powerOfTen(_ exponent: Int) -> Double {
        (0..<exponent).reduce(1.0) { power, _ in power * 10 }
    }
}
