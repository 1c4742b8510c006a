extension JSON {
    /// How deep a value with a canonical text may nest.
    public static let deepestCanonical = 64

    /// The one text of this value (RFC 8785): no space, names in the order of their UTF-16 code units, numbers as ECMAScript writes them.
    /// Values that mean the same have the same text on every machine, so its digest is an identity.
    ///
    /// - Throws: why there is no such text.
    public func canonical() throws(CanonicalJSONError) -> [UInt8] {
        var bytes: [UInt8] = []
        try writeCanonical(into: &bytes, depth: 0)
        return bytes
    }

    /// The digest of the canonical text.
    ///
    /// - Throws: why there is none.
    public func canonicalDigest() throws(CanonicalJSONError) -> ContentDigest {
        ContentDigest(of: try canonical())
    }

    private func writeCanonical(into bytes: inout [UInt8], depth: Int) throws(CanonicalJSONError) {
        guard depth < Self.deepestCanonical else { throw .tooDeep(limit: Self.deepestCanonical) }
        switch self {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value):
            guard value.magnitude < 1 << 53 else { throw .inexactNumber(value) }
            bytes.append(contentsOf: String(value).utf8)
        case .number(let value): bytes.append(contentsOf: CanonicalNumber.text(value).utf8)
        case .string(let text): Self.writeCanonical(text, into: &bytes)
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                try element.writeCanonical(into: &bytes, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members):
            bytes.append(UInt8(ascii: "{"))
            let sorted = members.sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
            for (index, member) in sorted.enumerated() {
                if index > 0 {
                    guard !member.name.utf16.elementsEqual(sorted[index - 1].name.utf16) else {
                        throw .duplicateName(member.name)
                    }
                    bytes.append(UInt8(ascii: ","))
                }
                Self.writeCanonical(member.name, into: &bytes)
                bytes.append(UInt8(ascii: ":"))
                try member.value.writeCanonical(into: &bytes, depth: depth + 1)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    /// Only what JSON has to escape is escaped.
    private static func writeCanonical(_ text: String, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0x08: bytes.append(contentsOf: "\\b".utf8)
            case 0x09: bytes.append(contentsOf: "\\t".utf8)
            case 0x0A: bytes.append(contentsOf: "\\n".utf8)
            case 0x0C: bytes.append(contentsOf: "\\f".utf8)
            case 0x0D: bytes.append(contentsOf: "\\r".utf8)
            case 0..<0x20: bytes.append(contentsOf: ("\\u00" + Hexadecimal.text([byte])).utf8)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
