/// How a text becomes words.
public enum Tokenizer: String, Hashable, Sendable, Codable, CaseIterable {
    /// Runs of letters, digits and marks in normal form KC and lower case; Han, Kana and Thai, which write no spaces, letter by letter.
    case unicode
    /// Runs of `a`–`z` and `0`–`9` after lower-casing, everything else between: what the Python package rouge-score does without
    /// its stemmer. Text in other scripts has no words.
    case ascii

    /// The words of `text`, in order.
    public func tokens(of text: String) -> TokenList {
        var text = text
        return text.withUTF8 { utf8 in
            var tokens = TokenList()
            tokens.reserve(bytes: utf8.count)
            if self == .ascii || utf8.allSatisfy({ $0 < 0x80 }) {
                Self.readASCII(utf8, into: &tokens)
            } else {
                Self.readUnicode(String(decoding: utf8, as: UTF8.self), into: &tokens)
            }
            tokens.endToken()
            return tokens
        }
    }

    private static func readASCII(_ utf8: UnsafeBufferPointer<UInt8>, into tokens: inout TokenList) {
        var index = 0
        while index < utf8.count {
            let byte = utf8[index]
            index += 1
            if byte &- 0x61 < 26 || byte &- 0x30 < 10 {
                tokens.append(byte)
            } else if byte &- 0x41 < 26 {
                tokens.append(byte | 0x20)
            } else if byte == 0xE2, utf8[index...].starts(with: [0x84, 0xAA]) {
                // The Kelvin sign is a k in lower case.
                tokens.append(0x6B)
                index += 2
            } else if byte == 0xC4, utf8[index...].starts(with: [0xB0]) {
                // İ in lower case is an i and a dot above.
                tokens.append(0x69)
                tokens.endToken()
                index += 1
            } else {
                tokens.endToken()
            }
        }
    }

    private static func readUnicode(_ text: String, into tokens: inout TokenList) {
        for scalar in NormalizedText.lowercased(NormalizedText.composed(text.unicodeScalars)) {
            let traits = ScalarTraits.of(scalar)
            if traits.contains(.unspaced) {
                tokens.endToken()
                guard traits.contains(.word) else { continue }
                for byte in UTF8.encode(scalar) ?? .init() { tokens.append(byte) }
                tokens.endToken()
            } else if traits.contains(.word) || traits.contains(.mark) {
                for byte in UTF8.encode(scalar) ?? .init() { tokens.append(byte) }
            } else {
                tokens.endToken()
            }
        }
    }
}
