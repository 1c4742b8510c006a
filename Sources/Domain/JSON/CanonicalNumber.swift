/// Doubles as ECMAScript writes them (`Number::toString`, ECMA-262 6.1.6.1.20), which is how RFC 8785 wants numbers.
enum CanonicalNumber {
    /// The shortest text that reads as `value` again; `null` for what is no number.
    static func text(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        guard value != 0 else { return "0" }
        let (digits, point) = decimal(value.magnitude)
        return (value < 0 ? "-" : "") + text(digits, point: point)
    }

    /// The significant digits of `value`, and how many of them stand before the decimal point.
    private static func decimal(_ value: Double) -> (digits: [UInt8], point: Int) {
        // Swift writes the shortest digits as well; only where point and exponent stand is another matter.
        let parts = value.description.split(separator: "e")
        let mantissa = (parts.first ?? "0").split(separator: ".", omittingEmptySubsequences: false)
        let (whole, fraction) = (mantissa.first ?? "", mantissa.dropFirst().first ?? "")
        let exponent = parts.dropFirst().first.flatMap { Int($0) } ?? 0
        var digits = Array(whole.utf8) + Array(fraction.utf8)
        var point = whole.utf8.count + exponent
        let zeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(zeros)
        point -= zeros
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        return (digits, point)
    }

    private static func text(_ digits: [UInt8], point: Int) -> String {
        func text(_ digits: some Collection<UInt8>) -> String { String(decoding: digits, as: UTF8.self) }
        func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
        switch point {
        case digits.count...21: return text(digits) + zeros(point - digits.count)
        case 1...21: return text(digits.prefix(point)) + "." + text(digits.dropFirst(point))
        case -5...0: return "0." + zeros(-point) + text(digits)
        default:
            let exponent = point - 1
            let fraction = digits.count > 1 ? "." + text(digits.dropFirst()) : ""
            return text(digits.prefix(1)) + fraction + (exponent < 0 ? "e-" : "e+") + String(exponent.magnitude)
        }
    }
}
