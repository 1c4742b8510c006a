/// Damage to a message of the kinds that faulty senders, networks and attackers do.
enum Mutation {
    static func of(_ body: [UInt8], splicing other: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
        var bytes = body
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            guard !bytes.isEmpty else { break }
            let at = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<9, using: &generator) {
            case 0: bytes.removeLast(bytes.count - at)
            case 1: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 2: bytes[at] = UInt8.random(in: .min ... .max, using: &generator)
            case 3:
                bytes.insert(
                    contentsOf: (0..<Int.random(in: 1...9, using: &generator)).map {
                        UInt8(truncatingIfNeeded: $0 * 37)
                    }, at: at)
            case 4: bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...40, using: &generator)))
            case 5:
                let part = bytes[at..<min(bytes.count, at + Int.random(in: 1...200, using: &generator))]
                bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &generator))
            case 6:
                let from = Int.random(in: 0..<other.count, using: &generator)
                bytes.replaceSubrange(at..., with: other[from...])
            case 7: bytes += other.prefix(at)
            default: bytes += body
            }
        }
        return bytes
    }

    /// Changes one field somewhere within a message and keeps the lengths around it right, so that the reader gets to see it.
    static func ofField(_ message: [UInt8], using generator: inout SeededGenerator, depth: Int = 0) -> [UInt8] {
        let fields = Fields.of(message)
        guard !fields.isEmpty else { return message }
        let chosen = Int.random(in: 0..<fields.count, using: &generator)
        let field = fields[chosen]
        let changed: [UInt8]
        if let content = field.content, !content.isEmpty, depth < 14, Int.random(in: 0..<4, using: &generator) > 0 {
            changed = Proto.bytes(field.number, ofField(content, using: &generator, depth: depth + 1))
        } else {
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: changed = []
            case 1: changed = field.bytes + field.bytes
            case 2: changed = Proto.number(field.number, generator.next())
            case 3: changed = Proto.bytes(field.number, Array(field.bytes.prefix(9)))
            case 4: changed = Proto.fixed64(field.number, generator.next())
            case 5: changed = Proto.bytes(Int.random(in: 1...16, using: &generator), field.content ?? [])
            case 6: changed = Proto.bytes(field.number, [0xFF, 0xFE, 0xED, 0xA0, 0x80])
            default: changed = Proto.tag(field.number, 2) + Proto.varint(UInt64(field.bytes.count + 1)) + field.bytes
            }
        }
        return fields[..<chosen].flatMap(\.bytes) + changed + fields[(chosen + 1)...].flatMap(\.bytes)
    }
}
