import Domain

/// Numbers of tokens as clients send them: whole numbers, doubles without a fraction, strings of digits.
enum TokenCount {
    /// More than any call can have; beyond it a number is a mistake.
    static let limit: Int64 = 1_000_000_000

    /// The number; nil for what cannot be one (negative, beyond `limit`, a fraction, a truth value, anything else).
    static func read(_ value: AttributeValue) -> Int64? {
        value.integer.flatMap(checked)
    }

    /// The number within JSON, by the same rules.
    static func read(_ value: JSON?) -> Int64? {
        value?.integer.flatMap(checked)
    }

    private static func checked(_ count: Int64) -> Int64? { count >= 0 && count <= limit ? count : nil }
}
