/// Base 64 (RFC 4648) without padding, as headers whose name ends in `-bin` carry it.
enum Base64 {
    private static let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var (bits, count) = (UInt32(0), 0)
        func append(_ value: UInt32) { text.append(digits[Int(value & 63)]) }
        for byte in bytes {
            bits = bits << 8 | UInt32(byte)
            count += 8
            while count >= 6 {
                count -= 6
                append(bits >> UInt32(count))
            }
        }
        if count > 0 { append(bits << UInt32(6 - count)) }
        return String(decoding: text, as: UTF8.self)
    }
}
