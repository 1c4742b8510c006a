/// Reads letters out of encoded telemetry, in which texts stand as they are, or as JSON or a Python literal once or several times
/// escaped.
struct EncodedText {
    let bytes: UnsafeRawBufferPointer

    /// The letter at `offset` and where the next one begins; nil at the end and for what is no letter.
    func letter(at offset: Int) -> (scalar: Unicode.Scalar, next: Int)? {
        guard offset < bytes.count else { return nil }
        if bytes[offset] == Self.backslash { return escaped(at: offset) }
        return plain(at: offset)
    }

    /// An escaped letter; the backslashes before it multiply with every level of quoting.
    private func escaped(at offset: Int) -> (scalar: Unicode.Scalar, next: Int)? {
        var at = offset
        while at < bytes.count, bytes[at] == Self.backslash { at += 1 }
        guard at < bytes.count else { return nil }
        switch bytes[at] {
        case 0x75:
            guard let unit = hexadecimal(at + 1, digits: 4) else { return nil }
            if (0xD800..<0xDC00).contains(unit) { return pair(unit, at: at + 5) }
            return Unicode.Scalar(unit).map { ($0, at + 5) }
        case 0x78: return hexadecimal(at + 1, digits: 2).flatMap { Unicode.Scalar($0) }.map { ($0, at + 3) }
        case 0x6E: return ("\n", at + 1)
        case 0x74: return ("\t", at + 1)
        case 0x72: return ("\r", at + 1)
        case 0x22, 0x27, 0x2F: return (Unicode.Scalar(bytes[at]), at + 1)
        default: return ("\\", at)
        }
    }

    /// The second half of a letter beyond 16 bits, as JSON writes it.
    private func pair(_ high: UInt32, at offset: Int) -> (scalar: Unicode.Scalar, next: Int)? {
        var at = offset
        while at < bytes.count, bytes[at] == Self.backslash { at += 1 }
        guard at > offset, at < bytes.count, bytes[at] == 0x75, let low = hexadecimal(at + 1, digits: 4),
            (0xDC00..<0xE000).contains(low)
        else { return nil }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00)).map { ($0, at + 5) }
    }

    private func plain(at offset: Int) -> (scalar: Unicode.Scalar, next: Int)? {
        let first = bytes[offset]
        if first < 0x80 { return (Unicode.Scalar(first), offset + 1) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC0, offset + length <= bytes.count else { return nil }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for byte in bytes[offset + 1..<offset + length] {
            guard byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, offset + length) }
    }

    private func hexadecimal(_ offset: Int, digits: Int) -> UInt32? {
        guard offset + digits <= bytes.count else { return nil }
        var value: UInt32 = 0
        for byte in bytes[offset..<offset + digits] {
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return value
    }

    private static let backslash: UInt8 = 0x5C
}
