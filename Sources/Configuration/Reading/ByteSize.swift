/// Sizes as people write them.
enum ByteSize {
    private static let units: [(name: String, bytes: Int)] = [
        ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10), ("B", 1),
    ]

    /// `bytes` in the largest unit of which it is a whole number.
    static func text(_ bytes: Int) -> String {
        let unit = units.first { bytes.isMultiple(of: $0.bytes) && bytes >= $0.bytes } ?? ("B", 1)
        return "\(bytes / unit.bytes)\(unit.name)"
    }

    /// The bytes that `text` says, with or without unit; nil when it says none.
    static func read(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let name = text.dropFirst(digits.count).drop { $0 == " " }
        let unit = name.isEmpty ? 1 : units.first { $0.name == name }?.bytes
        guard let number = Int(digits), let unit else { return nil }
        let (bytes, overflow) = number.multipliedReportingOverflow(by: unit)
        return overflow ? nil : bytes
    }
}
