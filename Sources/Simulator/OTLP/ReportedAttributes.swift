/// Keys with values, in the order in which the application set them.
public struct ReportedAttributes: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// The kinds of values that the application uses.
    public enum Value: Sendable, Hashable {
        case string(String)
        case bool(Bool)
        case int(Int64)
        case double(Double)
        case strings([String])
    }

    /// The pairs, in order.
    public private(set) var pairs: [(key: String, value: Value)] = []

    /// Attributes of these keys and values.
    public init(dictionaryLiteral elements: (String, Value)...) { pairs = elements.map { ($0.0, $0.1) } }

    /// The value of a key; setting adds the pair or takes it away.
    public subscript(key: String) -> Value? {
        get { pairs.first { $0.key == key }?.value }
        set {
            pairs.removeAll { $0.key == key }
            if let newValue { pairs.append((key, newValue)) }
        }
    }

    /// Adds all of the other's pairs.
    mutating func append(_ other: ReportedAttributes) { pairs += other.pairs }

    public static func == (a: ReportedAttributes, b: ReportedAttributes) -> Bool {
        a.pairs.elementsEqual(b.pairs) { $0 == $1 }
    }

    public func hash(into hasher: inout Hasher) {
        for pair in pairs {
            hasher.combine(pair.key)
            hasher.combine(pair.value)
        }
    }
}

extension ReportedAttributes.Value: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }

    init(_ value: Int) { self = .int(Int64(value)) }

    /// The text of a string.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The number of an integer or double.
    public var number: Double? {
        switch self {
        case .int(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}
