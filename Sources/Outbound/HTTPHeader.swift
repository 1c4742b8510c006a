/// One field of a header, such as `Content-Type: application/json`.
public struct HTTPHeader: Sendable, Hashable {
    /// The field's name; upper and lower case mean the same.
    public var name: String
    /// The field's value.
    public var value: String

    /// Creates a field.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Reads a line of an answer; nil when it is not a field.
    init?(line: Substring) {
        guard let colon = line.firstIndex(of: ":") else { return nil }
        name = line[..<colon].trimmed
        value = line[line.index(after: colon)...].trimmed
        if name.isEmpty { return nil }
    }

    /// Whether the field can be sent without changing the request around it.
    var isWellFormed: Bool {
        !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != UInt8(ascii: ":") }
            && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
    }
}

extension Substring {
    fileprivate var trimmed: String {
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        guard let first = unicodeScalars.firstIndex(where: { !isBlank($0) }),
            let last = unicodeScalars.lastIndex(where: { !isBlank($0) })
        else { return "" }
        return String(unicodeScalars[first...last])
    }
}
