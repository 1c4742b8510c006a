import Drawing

/// The one operating system command that the console ever writes, and only when a person asks for it.
enum Clipboard {
    /// Bytes of text; about 74,000 in base 64, where terminals end.
    static let limit = 55_000

    /// Sets the clipboard (OSC 52).
    static func sequence(for text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in Text.sanitized(text, as: .body).unicodeScalars {
            let encoded = Array(String(Character(scalar)).utf8)
            guard bytes.count + encoded.count <= limit else { break }
            bytes += encoded
        }
        return "\u{1B}]52;c;\(base64(bytes))\u{07}"
    }

    /// RFC 4648, section 4.
    static func base64(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var encoded: [UInt8] = []
        encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            var bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            bits <<= UInt32(8 * (3 - group.count))
            for position in 0..<4 {
                let index = Int(bits >> UInt32(18 - 6 * position) & 0x3F)
                encoded.append(position <= group.count ? alphabet[index] : UInt8(ascii: "="))
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}
