/// A strict reader of JSON (RFC 8259): one document, UTF-8, no byte order mark, comments or trailing commas, depth bounded.
/// Written for bytes that a stranger sends: every read is bounds-checked and recursion ends at `depthLimit`.
struct JSONParser {
    private let bytes: ArraySlice<UInt8>
    private var at: Int
    private let depthLimit: Int

    private init(_ bytes: ArraySlice<UInt8>, depthLimit: Int) {
        (self.bytes, at, self.depthLimit) = (bytes, bytes.startIndex, depthLimit)
    }

    static func parse(_ bytes: ArraySlice<UInt8>, depthLimit: Int) throws(JSONError) -> JSON {
        var parser = JSONParser(bytes, depthLimit: depthLimit)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.at == bytes.endIndex else { throw parser.error("text after the document") }
        return value
    }

    private func error(_ reason: String) -> JSONError { JSONError(reason, at: at - bytes.startIndex) }
    private var next: UInt8? { at < bytes.endIndex ? bytes[at] : nil }

    private mutating func skipSpace() {
        while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth < depthLimit else { throw error("nested deeper than \(depthLimit)") }
        skipSpace()
        switch next {
        case 0x7B: return try object(depth: depth)
        case 0x5B: return try array(depth: depth)
        case 0x22: return .string(try string())
        case 0x74: return try word("true", .bool(true))
        case 0x66: return try word("false", .bool(false))
        case 0x6E: return try word("null", .null)
        case let byte? where byte == 0x2D || (byte >= 0x30 && byte <= 0x39): return try number()
        case nil: throw error("the document ends too early")
        default: throw error("no value begins here")
        }
    }

    private mutating func word(_ text: StaticString, _ value: JSON) throws(JSONError) -> JSON {
        let end = at + text.utf8CodeUnitCount
        let matches = text.withUTF8Buffer { end <= bytes.endIndex && bytes[at..<end].elementsEqual($0) }
        guard matches else { throw error("no value begins here") }
        at = end
        return value
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSON {
        at += 1
        var members: [JSON.Member] = []
        skipSpace()
        if next == 0x7D {
            at += 1
            return .object([])
        }
        while true {
            skipSpace()
            guard next == 0x22 else { throw error("a name in quotes is missing") }
            let name = try string()
            skipSpace()
            guard next == 0x3A else { throw error("a colon is missing") }
            at += 1
            members.append(.init(name, try value(depth: depth + 1)))
            skipSpace()
            if next == 0x2C {
                at += 1
            } else if next == 0x7D {
                at += 1
                return .object(members)
            } else {
                throw error("a comma or closing brace is missing")
            }
        }
    }

    private mutating func array(depth: Int) throws(JSONError) -> JSON {
        at += 1
        var elements: [JSON] = []
        skipSpace()
        if next == 0x5D {
            at += 1
            return .array([])
        }
        while true {
            elements.append(try value(depth: depth + 1))
            skipSpace()
            if next == 0x2C {
                at += 1
            } else if next == 0x5D {
                at += 1
                return .array(elements)
            } else {
                throw error("a comma or closing bracket is missing")
            }
        }
    }

    private mutating func number() throws(JSONError) -> JSON {
        let start = at
        var whole = true
        if next == 0x2D { at += 1 }
        if next == 0x30 {
            at += 1
        } else if skipDigits() == 0 {
            throw error("a digit is missing")
        }
        if next == 0x2E {
            whole = false
            at += 1
            if skipDigits() == 0 { throw error("a digit is missing") }
        }
        if next == 0x65 || next == 0x45 {
            whole = false
            at += 1
            if next == 0x2B || next == 0x2D { at += 1 }
            if skipDigits() == 0 { throw error("a digit is missing") }
        }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if whole, let integer = Int64(text) { return .integer(integer) }
        guard let double = Double(text), double.isFinite else { throw error("a number out of range") }
        return .number(double)
    }

    private mutating func skipDigits() -> Int {
        let start = at
        while let byte = next, byte >= 0x30, byte <= 0x39 { at += 1 }
        return at - start
    }

    private mutating func string() throws(JSONError) -> String {
        at += 1
        let start = at
        while let byte = next, byte != 0x22, byte != 0x5C, byte >= 0x20 { at += 1 }
        if next == 0x22 {
            let text = try utf8(bytes[start..<at])
            at += 1
            return text
        }
        var unescaped = Array(bytes[start..<at])
        while let byte = next {
            switch byte {
            case 0x22:
                let text = try utf8(unescaped[...])
                at += 1
                return text
            case 0x5C: try escape(into: &unescaped)
            case 0..<0x20: throw error("a control character within a string")
            default:
                unescaped.append(byte)
                at += 1
            }
        }
        throw error("a string without end")
    }

    private func utf8(_ text: ArraySlice<UInt8>) throws(JSONError) -> String {
        guard let string = String(validating: text, as: UTF8.self) else { throw error("ill-formed UTF-8 before here") }
        return string
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
        at += 1
        guard let byte = next else { throw error("a string without end") }
        at += 1
        switch byte {
        case 0x22, 0x5C, 0x2F: text.append(byte)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            var code = UInt32(try fourDigits())
            if code & 0xFC00 == 0xD800, next == 0x5C, at + 1 < bytes.endIndex, bytes[at + 1] == 0x75 {
                let mark = at
                at += 2
                let low = UInt32(try fourDigits())
                if low & 0xFC00 == 0xDC00 {
                    code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
                } else {
                    at = mark
                }
            }
            // A lone surrogate is not text; it reads as the replacement character, as everywhere else.
            text.append(contentsOf: String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
        default: throw error("an escape that JSON does not know")
        }
    }

    private mutating func fourDigits() throws(JSONError) -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            switch next {
            case let byte? where byte >= 0x30 && byte <= 0x39: value = value << 4 | UInt16(byte - 0x30)
            case let byte? where byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66:
                value = value << 4 | UInt16((byte | 0x20) - 0x57)
            default: throw error("an escape without its four digits")
            }
            at += 1
        }
        return value
    }
}

extension JSON {
    /// Reads one JSON document from `bytes`.
    ///
    /// - Parameter depthLimit: how deep arrays and objects may nest.
    /// - Throws: `JSONError` naming what is wrong and at which byte.
    public init(parsing bytes: some Collection<UInt8>, depthLimit: Int = 128) throws(JSONError) {
        if let slice = bytes as? ArraySlice<UInt8> {
            self = try JSONParser.parse(slice, depthLimit: depthLimit)
        } else {
            self = try JSONParser.parse(ArraySlice(Array(bytes)), depthLimit: depthLimit)
        }
    }

    /// Reads one JSON document from `text`.
    ///
    /// - Throws: `JSONError` naming what is wrong and at which byte.
    public init(parsing text: String, depthLimit: Int = 128) throws(JSONError) {
        self = try JSONParser.parse(ArraySlice(Array(text.utf8)), depthLimit: depthLimit)
    }
}
