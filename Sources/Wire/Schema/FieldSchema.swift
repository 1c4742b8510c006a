/// A field of an OTLP message: its names in protobuf and in JSON, and what it holds.
struct FieldSchema {
    enum Kind {
        case string
        /// Bytes that JSON writes in hexadecimal (trace and span ids).
        case identifier
        /// Bytes that JSON writes in base 64.
        case base64
        case bool
        case double
        case int64
        case uint32
        case uint64
        /// A zigzag varint of 32 bits.
        case signed32
        case fixed32
        case fixed64
        case signedFixed64
        /// A number of a list that may grow; JSON writes the number, never the name.
        case enumeration
        case message(MessageSchema)
    }

    let number: UInt32
    /// The name in JSON, lower camel case.
    let name: StaticString
    let kind: Kind
    var isRepeated = false

    init(_ number: UInt32, _ name: StaticString, _ kind: Kind) {
        (self.number, self.name, self.kind) = (number, name, kind)
    }

    static func list(_ number: UInt32, _ name: StaticString, _ kind: Kind) -> FieldSchema {
        var field = FieldSchema(number, name, kind)
        field.isRepeated = true
        return field
    }
}
