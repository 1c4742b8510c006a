import Domain

/// Reads what Python's `repr` writes of dictionaries, lists, tuples, strings, numbers, `None`, `True` and `False`: some clients put
/// it where JSON is meant. Anything else (an object's own `repr`, a cut text) is not read.
struct PythonLiteral {
    private let bytes: [UInt8]
    private var at = 0

    private static let depthLimit = 64

    /// The value that `text` spells; nil unless it is a dictionary, list or tuple from beginning to end.
    static func read(_ text: String) -> JSON? {
        guard let first = text.utf8.first, [0x7B, 0x5B, 0x28].contains(first) else { return nil }
        var literal = PythonLiteral(bytes: Array(text.utf8))
        guard let value = literal.value(depth: 0) else { return nil }
        literal.skipSpace()
        guard literal.next == nil else { return nil }
        return value
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    /// Steps over `byte` after spaces; false when something else stands there.
    private mutating func take(_ byte: UInt8) -> Bool {
        skipSpace()
        guard next == byte else { return false }
        at += 1
        return true
    }

    private mutating func value(depth: Int) -> JSON? {
        guard depth < Self.depthLimit else { return nil }
        skipSpace()
        switch next {
        case 0x7B:
            at += 1
            return dictionary(depth: depth + 1)
        case 0x5B:
            at += 1
            return list(until: 0x5D, depth: depth + 1)
        case 0x28:
            at += 1
            return list(until: 0x29, depth: depth + 1)
        case 0x22, 0x27: return string().map(JSON.string)
        default: return word()
        }
    }

    private mutating func dictionary(depth: Int) -> JSON? {
        var members: [JSON.Member] = []
        while !take(0x7D) {
            // Python has no keys that are dictionaries or lists; quoting them level by level would double them at each.
            guard let name = value(depth: depth), name.members == nil, name.array == nil,
                take(0x3A), let value = value(depth: depth)
            else { return nil }
            members.append(.init(name.string ?? name.text, value))
            guard take(0x2C) || next == 0x7D else { return nil }
        }
        return .object(members)
    }

    private mutating func list(until end: UInt8, depth: Int) -> JSON? {
        var elements: [JSON] = []
        while !take(end) {
            guard let value = value(depth: depth) else { return nil }
            elements.append(value)
            guard take(0x2C) || next == end else { return nil }
        }
        return .array(elements)
    }

    private mutating func word() -> JSON? {
        let start = at
        while let byte = next, byte == 0x2B || byte == 0x2D || byte == 0x2E || isWordByte(byte) { at += 1 }
        switch String(decoding: bytes[start..<at], as: UTF8.self) {
        case "None": return .null
        case "True": return .bool(true)
        case "False": return .bool(false)
        case let text:
            if let integer = Int64(text) { return .integer(integer) }
            guard let number = Double(text), number.isFinite else { return nil }
            return .number(number)
        }
    }

    private func isWordByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
    }

    private mutating func string() -> String? {
        guard let quote = next else { return nil }
        at += 1
        var text: [UInt8] = []
        while let byte = next {
            at += 1
            if byte == quote { return String(decoding: text, as: UTF8.self) }
            if byte == 0x5C {
                guard escape(into: &text) else { return nil }
            } else {
                text.append(byte)
            }
        }
        return nil
    }

    private mutating func escape(into text: inout [UInt8]) -> Bool {
        guard let byte = next else { return false }
        at += 1
        switch byte {
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x78: return scalar(digits: 2, into: &text)
        case 0x75: return scalar(digits: 4, into: &text)
        case 0x55: return scalar(digits: 8, into: &text)
        default: text.append(byte)
        }
        return true
    }

    private mutating func scalar(digits: Int, into text: inout [UInt8]) -> Bool {
        guard at + digits <= bytes.count else { return false }
        let digitsText = String(decoding: bytes[at..<(at + digits)], as: UTF8.self)
        guard let code = UInt32(digitsText, radix: 16) else { return false }
        at += digits
        text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
        return true
    }
}
