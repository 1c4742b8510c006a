// Classes of ASCII characters.
extension UInt8 {
    @inline(__always) var isDigit: Bool { self &- 0x30 < 10 }
    @inline(__always) var isUppercase: Bool { self &- 0x41 < 26 }
    @inline(__always) var isLowercase: Bool { self &- 0x61 < 26 }
    @inline(__always) var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    @inline(__always) var isAlphanumeric: Bool { isLetter || isDigit }
    @inline(__always) var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    /// Part of a name: a letter, a digit or `_`.
    @inline(__always) var isWord: Bool { isAlphanumeric || self == 0x5F }
    /// Part of base64url: part of a name, or `-`.
    @inline(__always) var isBase64URL: Bool { isWord || self == 0x2D }
    @inline(__always) var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
    /// What may follow the backslash of a short escape in JSON.
    @inline(__always) var isEscapeLetter: Bool {
        self == 0x6E || self == 0x74 || self == 0x72 || self == 0x62 || self == 0x66
    }
    @inline(__always) var isContinuation: Bool { self & 0xC0 == 0x80 }
    @inline(__always) var lowercased: UInt8 { isUppercase ? self | 0x20 : self }
}
