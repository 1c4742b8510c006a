/// Writes gzip (RFC 1952) by hand, so that it can also be wrong.
enum GzipBody {
    private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// `content` in stored blocks.
    static func stored(_ content: [UInt8]) -> [UInt8] {
        var bytes = header
        var rest = content[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let count = UInt16(block.count)
            bytes.append(rest.isEmpty ? 1 : 0)
            for value in [count, ~count] { bytes += [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)] }
            bytes += block
        } while !rest.isEmpty
        return bytes + littleEndian(checksum(content)) + littleEndian(UInt32(truncatingIfNeeded: content.count))
    }

    /// About `count` zeros in one block of fixed codes, a byte for 160 of them, without an end.
    static func zeros(_ count: Int) -> [UInt8] {
        var (bytes, bits, width) = (header, UInt32(0), UInt32(0))
        func append(_ value: UInt32, _ count: UInt32) {
            bits |= value << width
            width += count
            while width >= 8 {
                bytes.append(UInt8(truncatingIfNeeded: bits))
                bits >>= 8
                width -= 8
            }
        }
        append(0b011, 3)
        // The literal 0 is the code 00110000, the length 258 is 11000101, the distance 1 is 00000; codes go out first bit first.
        append(0b0000_1100, 8)
        for _ in 0..<(count / 258) {
            append(0b1010_0011, 8)
            append(0, 5)
        }
        return bytes
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
    }

    private static func littleEndian(_ value: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
}
