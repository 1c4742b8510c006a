/// Private keys in the textual encoding of RFC 7468, and those of OpenSSH and PGP, which look alike.
enum PrivateKey {
    /// The line `-----BEGIN ... PRIVATE KEY-----` of which the last two hyphens before `BEGIN` are at `at`.
    static func header(around at: Int, in text: Text) -> Range<Int>? {
        let start = at - 3
        guard start >= 0, text.hasExactly("-----BEGIN ", at: start) else { return nil }
        let label = start + 11
        let end = text.end(of: label, limit: 64) { $0.isUppercase || $0.isDigit || $0 == 0x20 }
        guard text.hasExactly("-----", at: end) else { return nil }
        let isKey = text.hasExactly("PRIVATE KEY", at: end - 11) || text.hasExactly("PRIVATE KEY BLOCK", at: end - 17)
        return isKey ? start..<(end + 5) : nil
    }

    /// The end of the key whose header ends at `end`: that of its last line, or of what looks like a part of it.
    static func bodyEnd(behind end: Int, in text: Text) -> Int {
        var at = end
        while true {
            let byte = text[at]
            if byte == 0x2D, text.hasExactly("-----END ", at: at) {
                let label = text.end(of: at + 9, limit: 64) { $0.isUppercase || $0.isDigit || $0 == 0x20 }
                return text.hasExactly("-----", at: label) ? label + 5 : label
            }
            // Base 64 and the heads of encrypted keys, with line ends that may be escaped.
            let isPart =
                byte.isAlphanumeric || byte.isSpace || [0x2B, 0x2F, 0x3D, 0x5C, 0x2D, 0x3A, 0x2C].contains(byte)
            guard isPart, at < text.count else { break }
            at += 1
        }
        // What ends without its last line: words behind it stay, and what closes the text around it.
        return trimmed(end, at, text)
    }

    private static func trimmed(_ start: Int, _ end: Int, _ text: Text) -> Int {
        var last = start
        var at = start
        while at < end {
            while at < end, !text[at].isAlphanumeric { at += 1 }
            let word = text.end(of: at) { $0.isAlphanumeric || $0 == 0x2B || $0 == 0x2F || $0 == 0x3D }
            if word - at >= 4, word > at { last = word }
            if word - at < 16, last < word { break }
            at = max(word, at + 1)
        }
        return min(last, end)
    }
}
