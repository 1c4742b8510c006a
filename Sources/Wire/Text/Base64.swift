/// Base 64 as protobuf's JSON reads it (RFC 4648): either alphabet, padding optional.
enum Base64 {
    /// The bytes that `text` spells; nil when it is not base 64.
    static func bytes(_ text: [UInt8]) -> [UInt8]? {
        var digits = text[...]
        while digits.last == 0x3D, text.count - digits.count < 2 { digits = digits.dropLast() }
        if digits.count < text.count, text.count % 4 != 0 { return nil }
        guard digits.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(digits.count / 4 * 3 + 2)
        var (bits, count): (UInt32, Int) = (0, 0)
        for digit in digits {
            guard let value = value(digit) else { return nil }
            bits = bits << 6 | UInt32(value)
            count += 6
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
            }
        }
        return bytes
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x41...0x5A: digit - 0x41
        case 0x61...0x7A: digit - 0x61 + 26
        case 0x30...0x39: digit - 0x30 + 52
        case 0x2B, 0x2D: 62
        case 0x2F, 0x5F: 63
        default: nil
        }
    }
}
