/// A JSON value. Objects keep their order and their duplicates, whole numbers keep all 64 bits.
public enum JSON: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number written without fraction or exponent that fits 64 bits.
    case integer(Int64)
    /// Any other number; finite.
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A name with its value.
    public struct Member: Hashable, Sendable {
        public var name: String
        public var value: JSON
        /// A member of an object.
        public init(_ name: String, _ value: JSON) { (self.name, self.value) = (name, value) }
    }

    /// The value of the first member named `name`; nil when there is none or this is not an object.
    public subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The text of a string; nil for any other kind.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// A whole number, also out of a string of digits or a number without fraction; nil for any other kind.
    public var integer: Int64? {
        switch self {
        case .integer(let value): value
        case .number(let value): Int64(exactly: value)
        case .string(let text): Int64(text)
        default: nil
        }
    }
    /// A finite number, also out of a string; nil for any other kind.
    public var double: Double? {
        let value: Double? =
            switch self {
            case .integer(let value): Double(value)
            case .number(let value): value
            case .string(let text): Double(text)
            default: nil
            }
        return value.flatMap { $0.isFinite ? $0 : nil }
    }
    /// The truth value; nil for any other kind.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The elements of an array; nil for any other kind.
    public var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
    /// The members of an object; nil for any other kind.
    public var members: [Member]? { if case .object(let members) = self { members } else { nil } }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(elements.map { .init($0.0, $0.1) }) }

    /// `value` as a JSON number, `null` when it is missing or not finite.
    public init(_ value: Double?) {
        if let value, value.isFinite { self = .number(value) } else { self = .null }
    }
    /// `value` as a JSON number, `null` when it is missing.
    public init(_ value: Int64?) { self = value.map(JSON.integer) ?? .null }
    /// `value` as a JSON number, `null` when it is missing.
    public init(_ value: Int?) { self = value.map { .integer(Int64($0)) } ?? .null }
    /// `value` as a JSON string, `null` when it is missing.
    public init(_ value: String?) { self = value.map(JSON.string) ?? .null }
}
