/// A strict reader of JSON (RFC 8259) that hands out one token after the other and builds no tree: bodies may be 64 MiB. No
/// byte order mark, comments or trailing commas; text is checked to be UTF-8; every read is bounds-checked.
///
/// A cursor borrows the bytes: it must not outlive the closure that lends them.
struct JSONCursor {
    /// Arrays and objects nested deeper than this are refused.
    static let depthLimit = 128

    /// A part of a string: text as it stands, or the scalar that an escape means.
    enum Piece {
        case text(UnsafeRawBufferPointer)
        case scalar(Unicode.Scalar)
    }

    private let bytes: UnsafeRawBufferPointer
    private(set) var at = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// How many bytes have not been read yet.
    var rest: Int { bytes.count - at }

    func fault(_ reason: StaticString) -> JSONFault { JSONFault(reason: reason, offset: at) }

    /// The first byte of the next token; nil at the end of the document.
    mutating func peek() -> UInt8? {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
        return next
    }

    /// Moves past `byte` when it comes next.
    mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        at += 1
        return true
    }

    /// Moves past `word` when it comes next.
    mutating func take(_ word: StaticString) -> Bool {
        _ = peek()
        let end = at + word.utf8CodeUnitCount
        guard end <= bytes.count, word.withUTF8Buffer({ bytes[at..<end].elementsEqual($0) }) else { return false }
        at = end
        return true
    }

    /// Fails unless the document ends here.
    mutating func end() throws(JSONFault) {
        if peek() != nil { throw fault("text after the document") }
    }

    /// Begins an array or object by its bracket.
    mutating func open(_ bracket: UInt8, missing: StaticString, depth: Int) throws(JSONFault) {
        guard take(bracket) else { throw fault(missing) }
        guard depth < JSONCursor.depthLimit else {
            throw JSONFault(reason: "arrays and objects are nested too deeply", offset: at, kind: .tooDeep)
        }
    }

    /// Moves to the next element or member, or past the closing bracket.
    mutating func more(until close: UInt8, isFirst: inout Bool) throws(JSONFault) -> Bool {
        if take(close) { return false }
        guard isFirst || take(0x2C) else { throw fault("a comma or a closing bracket is missing") }
        isFirst = false
        return true
    }

    /// Begins the name of a member or a string; its pieces follow.
    mutating func openString(missing: StaticString) throws(JSONFault) {
        guard take(0x22) else { throw fault(missing) }
    }

    /// The next piece of a string; nil when it has ended.
    mutating func piece() throws(JSONFault) -> Piece? {
        let start = at
        while let byte = next, byte != 0x22, byte != 0x5C, byte >= 0x20 { at += 1 }
        if at > start {
            let text = UnsafeRawBufferPointer(rebasing: bytes[start..<at])
            guard UTF8Check.isWellFormed(text) else { throw fault("ill-formed UTF-8 before here") }
            return .text(text)
        }
        switch next {
        case 0x22:
            at += 1
            return nil
        case 0x5C: return .scalar(try escape())
        case nil: throw fault("a string without end")
        default: throw fault("a control character within a string")
        }
    }

    /// Moves past the colon behind a name.
    mutating func colon() throws(JSONFault) {
        guard take(0x3A) else { throw fault("a colon is missing") }
    }

    /// Moves past a number and returns its text.
    mutating func number() throws(JSONFault) -> UnsafeRawBufferPointer {
        _ = peek()
        let start = at
        if next == 0x2D { at += 1 }
        if next == 0x30 {
            at += 1
        } else {
            try digits()
        }
        if next == 0x2E {
            at += 1
            try digits()
        }
        if next == 0x65 || next == 0x45 {
            at += 1
            if next == 0x2B || next == 0x2D { at += 1 }
            try digits()
        }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<at])
    }

    /// Moves past any value, checking that it is JSON.
    mutating func skip(depth: Int) throws(JSONFault) {
        var isFirst = true
        switch peek() {
        case 0x7B:
            try open(0x7B, missing: "an object is missing", depth: depth)
            while try more(until: 0x7D, isFirst: &isFirst) {
                try skipString(missing: "a name in quotes is missing")
                try colon()
                try skip(depth: depth + 1)
            }
        case 0x5B:
            try open(0x5B, missing: "an array is missing", depth: depth)
            while try more(until: 0x5D, isFirst: &isFirst) { try skip(depth: depth + 1) }
        case 0x22: try skipString(missing: "a string is missing")
        case 0x2D, 0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39: _ = try number()
        case nil: throw fault("the document ends too early")
        default: guard take("true") || take("false") || take("null") else { throw fault("no value begins here") }
        }
    }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipString(missing: StaticString) throws(JSONFault) {
        try openString(missing: missing)
        while try piece() != nil {}
    }

    private mutating func digits() throws(JSONFault) {
        let start = at
        while let byte = next, byte >= 0x30, byte <= 0x39 { at += 1 }
        if at == start { throw fault("a digit is missing") }
    }

    private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
        at += 1
        guard let byte = next else { throw fault("a string without end") }
        at += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: return Unicode.Scalar(byte)
        case 0x62: return "\u{8}"
        case 0x66: return "\u{C}"
        case 0x6E: return "\n"
        case 0x72: return "\r"
        case 0x74: return "\t"
        case 0x75: return try escapedScalar()
        default: throw fault("an escape that JSON does not know")
        }
    }

    /// A lone surrogate is not text; it reads as the replacement character, as everywhere else.
    private mutating func escapedScalar() throws(JSONFault) -> Unicode.Scalar {
        let code = UInt32(try fourDigits())
        if code & 0xFC00 == 0xD800, at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == 0x75 {
            let mark = at
            at += 2
            let low = UInt32(try fourDigits())
            if low & 0xFC00 == 0xDC00 {
                return Unicode.Scalar(0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)) ?? "\u{FFFD}"
            }
            at = mark
        }
        return Unicode.Scalar(code) ?? "\u{FFFD}"
    }

    private mutating func fourDigits() throws(JSONFault) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = HexDigit.value(byte) else {
                throw fault("an escape without its four digits")
            }
            value = value << 4 | UInt16(digit)
            at += 1
        }
        return value
    }
}
