/// A whole number of JSON with sign and magnitude, so that all of `Int64` and of `UInt64` fit.
struct JSONInteger {
    private let isNegative: Bool
    private let magnitude: UInt64

    /// The number that decimal digits, perhaps after a minus sign, spell; nil for anything else and beyond 64 bits.
    init?(digits text: some Collection<UInt8>) {
        isNegative = text.first == 0x2D
        let digits = text.dropFirst(isNegative ? 1 : 0)
        guard !digits.isEmpty else { return nil }
        var value: UInt64 = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39 else { return nil }
            let (shifted, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = shifted.addingReportingOverflow(UInt64(digit - 0x30))
            if overflow || carry { return nil }
            value = sum
        }
        magnitude = value
    }

    /// The value of a number of JSON, which may have a fraction of zeros or an exponent (`1.7e18`); nil when it is not whole.
    init?(number text: UnsafeRawBufferPointer) {
        if let whole = JSONInteger(digits: text) {
            self = whole
            return
        }
        guard let value = Double(String(decoding: text, as: UTF8.self)) else { return nil }
        guard let magnitude = UInt64(exactly: value.magnitude) else { return nil }
        (isNegative, self.magnitude) = (value < 0, magnitude)
    }

    /// The bits that stand for the number in a field of the given kind; nil when it is out of range.
    func bits(as kind: FieldSchema.Kind) -> UInt64? {
        switch kind {
        case .int64, .signedFixed64: return signed.map { UInt64(bitPattern: $0) }
        case .enumeration: return signed.flatMap { Int32(exactly: $0) }.map { UInt64(bitPattern: Int64($0)) }
        case .signed32:
            return signed.flatMap { Int32(exactly: $0) }.map { UInt64(UInt32(bitPattern: $0 << 1 ^ $0 >> 31)) }
        case .uint32, .fixed32: return isNegative && magnitude > 0 || magnitude > UInt64(UInt32.max) ? nil : magnitude
        default: return isNegative && magnitude > 0 ? nil : magnitude
        }
    }

    private var signed: Int64? {
        guard isNegative else { return Int64(exactly: magnitude) }
        return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }
}
