extension JSON {
    /// The value as JSON text on one line, members in order, everything outside ASCII as itself.
    public var text: String {
        var bytes: [UInt8] = []
        write(into: &bytes, indent: nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value as JSON text on several lines, two spaces a level.
    public var prettyText: String {
        var bytes: [UInt8] = []
        write(into: &bytes, indent: 0)
        return String(decoding: bytes, as: UTF8.self)
    }

    private func write(into bytes: inout [UInt8], indent: Int?) {
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value): bytes.append(contentsOf: JSON.numberText(value).utf8)
        case .string(let text): JSON.quote(text, into: &bytes)
        case .array(let elements):
            JSON.list(elements, "[", "]", into: &bytes, indent: indent) { element, bytes, indent in
                element.write(into: &bytes, indent: indent)
            }
        case .object(let members):
            JSON.list(members, "{", "}", into: &bytes, indent: indent) { member, bytes, indent in
                JSON.quote(member.name, into: &bytes)
                bytes.append(contentsOf: (indent == nil ? ":" : ": ").utf8)
                member.value.write(into: &bytes, indent: indent)
            }
        }
    }

    private static func list<Element>(
        _ elements: [Element], _ open: String, _ close: String, into bytes: inout [UInt8], indent: Int?,
        each: (Element, inout [UInt8], Int?) -> Void
    ) {
        func newLine(_ level: Int?) {
            guard let level else { return }
            bytes.append(0x0A)
            bytes.append(contentsOf: repeatElement(0x20, count: level * 2))
        }
        bytes.append(contentsOf: open.utf8)
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(0x2C) }
            newLine(indent.map { $0 + 1 })
            each(element, &bytes, indent.map { $0 + 1 })
        }
        if !elements.isEmpty { newLine(indent) }
        bytes.append(contentsOf: close.utf8)
    }

    /// Whole doubles are written without `.0`, so that `12.0` and `12` look the same to who reads them.
    private static func numberText(_ value: Double) -> String {
        guard value.isFinite else { return "null" }
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
        return String(value)
    }

    /// Control and invisible characters are written as escapes, which mean the same to a program and do nothing to a terminal.
    private static func quote(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(0x22)
        defer { bytes.append(0x22) }
        // Most texts are plain ASCII and stand as they are.
        var text = text
        let isPlain = text.withUTF8 { units in
            guard units.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }) else { return false }
            bytes.append(contentsOf: units)
            return true
        }
        guard !isPlain else { return }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: bytes.append(contentsOf: "\\\"".utf8)
            case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case _ where scalar.isHostile:
                for unit in String(scalar).utf16 {
                    bytes.append(contentsOf: "\\u".utf8)
                    bytes.append(contentsOf: Hexadecimal.text([UInt8(unit >> 8), UInt8(unit & 0xFF)]).utf8)
                }
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}
