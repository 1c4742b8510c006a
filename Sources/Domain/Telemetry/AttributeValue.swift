/// A value of an attribute or the body of a log record, seen in its batch.
public struct AttributeValue: Sendable {
    let batch: TelemetryBatch
    /// The kind of the value, with numbers in place.
    public let record: ValueRecord

    init(batch: TelemetryBatch, record: ValueRecord) { (self.batch, self.record) = (batch, record) }

    /// The text of a string; nil for any other kind.
    public var string: String? {
        if case .string(let slice) = record { batch.text(slice) } else { nil }
    }
    /// The bytes of a string or of bytes; nil for any other kind.
    public var rawBytes: ArraySlice<UInt8>? {
        switch record {
        case .string(let slice), .bytes(let slice): batch.bytes(slice)
        default: nil
        }
    }
    /// A whole number, also out of a string of digits or a double without a fraction; nil for anything else.
    public var integer: Int64? {
        switch record {
        case .int(let number): number
        case .double(let number): Int64(exactly: number)
        case .string(let slice): Int64(batch.text(slice))
        default: nil
        }
    }
    /// A finite number, also out of a string; nil for anything else, NaN and infinities.
    public var number: Double? {
        let value: Double? =
            switch record {
            case .int(let number): Double(number)
            case .double(let number): number
            case .string(let slice): Double(batch.text(slice))
            default: nil
            }
        return value.flatMap { $0.isFinite ? $0 : nil }
    }
    /// A truth value, also out of `"true"` or `"false"`; nil for anything else.
    public var bool: Bool? {
        switch record {
        case .bool(let value): value
        case .string(let slice): Bool(batch.text(slice))
        default: nil
        }
    }
    /// The elements of an array; nil for any other kind.
    public var array: [AttributeValue]? {
        guard case .array(let range) = record else { return nil }
        return batch.values[batch.clamped(range, batch.values.count)].map { AttributeValue(batch: batch, record: $0) }
    }
    /// The pairs of a key-value list; nil for any other kind.
    public var keyValues: AttributeList? {
        if case .keyValueList(let range) = record { batch.attributes(range) } else { nil }
    }
    /// The value as JSON: bytes in hexadecimal, NaN and infinities as strings. Depth is bounded by the reader (32).
    public var json: JSON {
        switch record {
        case .empty: .null
        case .string(let slice): .string(batch.text(slice))
        case .bool(let value): .bool(value)
        case .int(let number): .integer(number)
        case .double(let number): number.isFinite ? .number(number) : .string(String(number))
        case .bytes(let slice): .string(Hexadecimal.text(batch.bytes(slice)))
        case .array: .array((array ?? []).map(\.json))
        case .keyValueList: .object((keyValues ?? batch.attributes(.empty)).map { .init($0.key, $0.value.json) })
        }
    }
}
