/// Names and numbers as they stand in everyday texts.
struct CleanValues {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private mutating func pick(_ words: [String]) -> String { words.randomElement(using: &random) ?? "" }

    private mutating func text(_ count: Int, of letters: String) -> String {
        let letters = Array(letters)
        return String((0..<count).compactMap { _ in letters.randomElement(using: &random) })
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func digits(_ count: Int) -> String { text(1, of: "123456789") + text(count - 1, of: "0123456789") }
    mutating func hex(_ count: Int) -> String { text(count, of: "0123456789abcdef") }
    mutating func upper(_ count: Int) -> String { text(count, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZ") }
    mutating func alphanumeric(_ count: Int) -> String {
        text(count, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
    }
    mutating func base64(_ count: Int) -> String {
        text(count, of: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") + "=="
    }
    mutating func uuid() -> String { "\(hex(8))-\(hex(4))-4\(hex(3))-a\(hex(3))-\(hex(12))" }
    mutating func decimal() -> String { "\(number(0...99)).\(digits(number(1...6)))" }
    mutating func version() -> String {
        pick(["", "v"]) + "\(number(0...20)).\(number(0...40)).\(number(0...300))"
            + pick(["", "", "-rc.1", "+build.\(digits(4))", ".post1"])
    }
    mutating func date() -> String {
        let (year, month, day) = (number(2019...2026), two(1...12), two(1...28))
        return pick(["\(year)-\(month)-\(day)", "\(day).\(month).\(year)", "\(month)/\(day)/\(year)"])
    }
    mutating func clock() -> String { "\(two(0...23)):\(two(0...59))" }
    mutating func timestamp() -> String {
        "\(number(2019...2026))-\(two(1...12))-\(two(1...28))T\(clock()):\(two(0...59)).\(digits(6))Z"
    }
    mutating func price() -> String {
        let (whole, cents) = (number(1...4_999), two(0...99))
        return pick([
            "$\(whole).\(cents)", "\(whole),\(cents) €", "£\(whole).\(cents)", "USD \(whole).\(cents)",
            "€ \(number(1...9)).\(digits(3)),\(cents)",
        ])
    }
    mutating func order() -> String {
        pick([
            "#\(digits(6))", "ORD-\(digits(8))", "\(digits(3))-\(digits(7))-\(digits(7))", "A\(digits(10))",
            "\(number(2019...2026))/\(digits(6))",
        ])
    }
    /// With its check digit.
    mutating func isbn() -> String {
        let body = "978" + digits(9)
        let sum = body.utf8.enumerated().reduce(0) {
            $0 + Int($1.element &- 0x30) * ($1.offset.isMultiple(of: 2) ? 1 : 3)
        }
        let digits = body + String((10 - sum % 10) % 10)
        return pick([
            digits,
            "978-\(digits.dropFirst(3).prefix(1))-\(digits.dropFirst(4).prefix(4))-\(digits.dropFirst(8).prefix(4))-\(digits.suffix(1))",
        ])
    }
    mutating func name() -> String {
        pick(["Anna", "Jürgen", "Wei", "Fatima", "José", "Olu", "Priya", "Sven"]) + " "
            + pick(["Miller", "Schmidt", "Chen", "Okafor", "García", "Singh", "Larsen"])
    }
    mutating func city() -> String { pick(["Oslo", "Köln", "Austin", "Osaka", "Lagos", "São Paulo", "Lyon", "Perth"]) }
    mutating func product() -> String {
        pick(["router", "kettle", "USB-C cable", "desk lamp", "電気ケトル", "Fahrradhelm", "tent", "headset"])
    }
    mutating func package() -> String {
        pick(["requests", "lodash", "openai", "swift-nio", "checkout-api", "left-pad", "numpy", "search_index"])
    }
    mutating func word() -> String {
        pick(["alpha", "river", "invoice", "cluster", "summary", "weather", "retriever", "billing", "index", "window"])
    }
    private mutating func two(_ range: ClosedRange<Int>) -> String {
        let value = number(range)
        return value < 10 ? "0\(value)" : "\(value)"
    }
}
