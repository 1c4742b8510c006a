import Domain

/// What the attributes of one span say, a value for each field: the one whose key comes first in the order of precedence.
struct FieldValues {
    private struct Slot {
        /// Where the value stands among the attributes.
        var position: Int32 = 0
        var rank: UInt8 = .max
    }

    private let attributes: AttributeList
    private var slots: [Slot]
    private(set) var dialects: DialectSet = []
    /// `.usage` when a number of tokens was none.
    private(set) var flags: TelemetryFlags = []

    /// Looks at each of `attributes`, which stand in `batch`, once.
    init(_ attributes: AttributeList, in batch: TelemetryBatch, table: ByteTable<KnownKeys.Target>) {
        self.attributes = attributes
        slots = [Slot](repeating: Slot(), count: Field.allCases.count)
        batch.bytes.withUnsafeBytes { bytes in
            for position in attributes.indices {
                let attribute = attributes[position]
                let key = attribute.keySlice
                let (first, count) = (Int(key.offset), Int(key.count))
                guard first + count <= bytes.count,
                    let target = table.value(of: UnsafeRawBufferPointer(rebasing: bytes[first..<first + count]))
                else { continue }
                take(attribute.value, at: position - attributes.startIndex, for: target)
            }
        }
    }

    private mutating func take(_ value: AttributeValue, at position: Int, for target: KnownKeys.Target) {
        switch value.record {
        case .empty: return
        case .string(let text) where text.isEmpty: return
        default: dialects.formUnion(target.dialect)
        }
        guard let field = target.field, target.rank < slots[Int(field.rawValue)].rank else { return }
        if field.isTokenCount, TokenCount.read(value) == nil {
            flags.insert(.usage)
            return
        }
        slots[Int(field.rawValue)] = Slot(position: Int32(truncatingIfNeeded: position), rank: target.rank)
    }

    /// Whether anything is said of `field`.
    func has(_ field: Field) -> Bool { slots[Int(field.rawValue)].rank != .max }

    /// Whether something is said of `field`, by the key that comes first in the order of precedence.
    func isOfFirstKey(_ field: Field) -> Bool { slots[Int(field.rawValue)].rank == 0 }

    private func value(_ field: Field) -> AttributeValue? {
        let slot = slots[Int(field.rawValue)]
        return slot.rank == .max ? nil : attributes[attributes.startIndex + Int(slot.position)].value
    }

    /// The bytes of a text; nil when there is none.
    func bytes(_ field: Field) -> ArraySlice<UInt8>? { value(field)?.rawBytes }

    /// A text without the quotes of JSON around it, also out of a whole number (ids are sent as both).
    func text(_ field: Field) -> String? {
        guard let value = value(field) else { return nil }
        return switch value.record {
        case .string: value.rawBytes.flatMap(unquoted)
        case .int(let number): String(number)
        default: nil
        }
    }

    private func unquoted(_ bytes: ArraySlice<UInt8>) -> String? {
        let quoted = bytes.count >= 2 && bytes.first == 0x22 && bytes.last == 0x22
        let text = quoted ? bytes.dropFirst().dropLast() : bytes
        return text.isEmpty ? nil : String(decoding: text, as: UTF8.self)
    }

    /// The operation that the word of a kind means in the common vocabulary.
    func operation(_ field: Field) -> Operation? { bytes(field).flatMap(Vocabulary.operation) }

    /// A number of tokens.
    func count(_ field: Field) -> Int64? { value(field).flatMap(TokenCount.read) }

    /// Whether the value is a whole number rather than a fraction.
    func isWhole(_ field: Field) -> Bool {
        if case .int = value(field)?.record { true } else { false }
    }

    /// A finite number, also out of a string.
    func number(_ field: Field) -> Double? { value(field)?.number }

    /// A truth value, also as Python writes it.
    func bool(_ field: Field) -> Bool? {
        guard let value = value(field) else { return nil }
        if let bool = value.bool { return bool }
        return switch value.string {
        case "True": true
        case "False": false
        default: nil
        }
    }

    /// The texts of an array, of an array in JSON, or one alone; at most `limit`.
    func texts(_ field: Field, limit: Int = 16) -> [String] {
        guard let value = value(field) else { return [] }
        guard let bytes = value.rawBytes else {
            return (value.array ?? []).prefix(limit).compactMap(\.text)
        }
        if bytes.first == 0x5B, let list = (try? JSON(parsing: bytes, depthLimit: 4))?.array {
            return list.prefix(limit).compactMap(\.string).filter { !$0.isEmpty }
        }
        return unquoted(bytes).map { [$0] } ?? []
    }

    /// A value in JSON, whether it came as text or as a list of its own.
    func json(_ field: Field) -> JSON? {
        guard let value = value(field) else { return nil }
        return value.rawBytes.map { try? JSON(parsing: $0) } ?? value.json
    }
}
