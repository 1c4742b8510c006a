/// In what limits of rules are written.
enum AlertUnit {
    /// Seconds: `3s`, `250ms`, `10m`.
    case time
    /// `2%` or `0.02`.
    case share
    /// `$5` or `5`.
    case dollars
    /// `1200` or `1.2k`.
    case number
    /// How many times something else: `3x`.
    case times

    /// How a value of it is written.
    var example: String {
        switch self {
        case .time: "2s or 250ms"
        case .share: "2% or 0.02"
        case .dollars: "$5"
        case .number: "1200 or 1.2k"
        case .times: "3x"
        }
    }

    /// The number that `text` says in this unit; nil when it says none.
    func value(of text: String) -> Double? {
        switch self {
        case .time: TimeText.seconds(text)
        case .share: Self.scaled(text, [("%", 0.01)])
        case .dollars: Self.scaled(text.hasPrefix("$") ? String(text.dropFirst()) : text, Self.multiples)
        case .number: Self.scaled(text, Self.multiples)
        case .times: text.hasSuffix("x") ? Self.finite(text.dropLast()) : nil
        }
    }

    /// `value` as `value(of:)` reads it.
    func text(_ value: Double) -> String {
        let digits = Self.digits(value)
        switch self {
        case .time: return digits + "s"
        case .share:
            let percent = Self.digits(value * 100) + "%"
            return self.value(of: percent) == value ? percent : digits
        case .dollars: return "$" + digits
        case .number: return digits
        case .times: return digits + "x"
        }
    }

    private static let multiples = [("k", 1e3), ("M", 1e6), ("G", 1e9)]

    private static func scaled(_ text: String, _ suffixes: [(String, Double)]) -> Double? {
        for (suffix, factor) in suffixes where text.hasSuffix(suffix) {
            // A division by 100 gives the number that the decimal fraction would.
            return finite(text.dropLast()).map { factor < 1 ? $0 / (1 / factor) : $0 * factor }
        }
        return finite(text)
    }

    private static func finite(_ text: some StringProtocol) -> Double? {
        Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    private static func digits(_ value: Double) -> String {
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
        return String(value)
    }
}
