/// The fields of a message as they stand in it, as far as it can be followed.
enum Fields {
    struct Field {
        let number: Int
        let bytes: [UInt8]
        /// What is within it, when it is length-delimited.
        let content: [UInt8]?
    }

    static func of(_ message: [UInt8]) -> [Field] {
        var fields: [Field] = []
        var at = 0
        while at < message.count {
            let start = at
            guard let tag = varint(message, &at) else { break }
            var content: [UInt8]?
            switch tag & 7 {
            case 0: guard varint(message, &at) != nil else { return fields }
            case 1: at += 8
            case 5: at += 4
            case 2:
                guard let count = varint(message, &at), count <= UInt64(message.count - at) else { return fields }
                content = Array(message[at..<(at + Int(count))])
                at += Int(count)
            default: return fields
            }
            guard at <= message.count, tag >> 3 > 0, tag >> 3 < 1 << 29 else { break }
            fields.append(Field(number: Int(tag >> 3), bytes: Array(message[start..<at]), content: content))
        }
        return fields
    }

    private static func varint(_ message: [UInt8], _ at: inout Int) -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard at < message.count else { return nil }
            let byte = message[at]
            at += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
        }
        return nil
    }
}
