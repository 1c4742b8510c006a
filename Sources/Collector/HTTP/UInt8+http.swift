extension UInt8 {
    /// Whether the byte may stand in a method or in the name of a header (RFC 9110, `tchar`).
    var isToken: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(self)
        }
    }

    /// Whether the byte is an ASCII digit.
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    /// The byte with ASCII capitals made small.
    var lowercased: UInt8 { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) ? self | 0x20 : self }
}

extension BidirectionalCollection<UInt8> {
    /// Without spaces and tabs at both ends.
    func trimmingBlanks() -> SubSequence {
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
        guard let last = lastIndex(where: { !isBlank($0) }) else { return self[endIndex...] }
        return self[...last].drop(while: isBlank)
    }

    /// Whether the bytes spell `text`, which is in small letters, in any case.
    func isEqualIgnoringCase(_ text: String) -> Bool { lazy.map(\.lowercased).elementsEqual(text.utf8) }

    /// Whether `text`, which is in small letters, is an element of the comma-separated list.
    func listContains(_ text: String) -> Bool {
        split(separator: UInt8(ascii: ",")).contains { $0.trimmingBlanks().isEqualIgnoringCase(text) }
    }
}
