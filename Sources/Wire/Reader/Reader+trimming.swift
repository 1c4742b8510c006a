import Domain

// Writes again, within the limits, a message from which reading left something out.
extension Reader {
    /// The bytes under which a resource or scope is stored.
    mutating func encoded(_ pieces: Pieces, as shape: Shape) throws(WireFault) -> ByteSlice {
        guard let first = pieces.first else { return .empty }
        if pieces.joined.isEmpty { return pieces.cut ? try trimmed(first, as: shape) : first }
        guard pieces.cut else { return try append(pieces.joined) }
        return try append(
            pieces.joined.withUnsafeBufferPointer { (joined) throws(WireFault) in
                let bytes = UnsafeRawBufferPointer(joined)
                var reader = Reader(bytes: bytes, limits: limits)
                return try reader.trim(Cursor(bytes), as: shape)
            })
    }

    /// A message of the request, within the limits, behind the request.
    mutating func trimmed(_ message: ByteSlice, as shape: Shape) throws(WireFault) -> ByteSlice {
        let bytes = UnsafeRawBufferPointer(rebasing: bytes[message.range])
        var reader = Reader(bytes: bytes, limits: limits)
        return try append(try reader.trim(Cursor(bytes), as: shape))
    }

    private mutating func trim(_ message: Cursor, as shape: Shape) throws(WireFault) -> [UInt8] {
        var message = message
        var output = ProtobufWriter()
        var attributes = Kept()
        var children = [Kept](repeating: Kept(), count: shape.children.count)
        while true {
            let start = message.at
            guard let tag = try message.next() else { break }
            let child = shape.children.firstIndex { tag.type == .bytes && ($0.field == tag.field) }
            if tag == Tag(field: shape.attributes, type: .bytes) {
                try trimAttribute(try message.message(), tag.field, &attributes, &output)
            } else if tag == Tag(field: shape.droppedAttributes, type: .varint) {
                attributes.reported = try message.varint()
            } else if let child {
                let place = shape.children[child]
                let content = try message.message()
                if children[child].kept < place.limit(limits) {
                    children[child].kept += 1
                    let inner = Shape(attributes: place.attributes, droppedAttributes: place.droppedAttributes)
                    output.field(tag.field, bytes: try trim(content, as: inner))
                } else {
                    children[child].dropped += 1
                }
            } else if let counted = shape.children.firstIndex(where: { tag == Tag(field: $0.dropped, type: .varint) }) {
                children[counted].reported = try message.varint()
            } else {
                try message.skip(tag)
                output.raw(bytes[start..<message.at])
            }
        }
        attributes.write(shape.droppedAttributes, to: &output)
        for (place, kept) in zip(shape.children, children) { kept.write(place.dropped, to: &output) }
        return output.bytes
    }

    private mutating func trimAttribute(
        _ message: Cursor, _ field: UInt32, _ kept: inout Kept, _ output: inout ProtobufWriter
    ) throws(WireFault) {
        guard kept.kept < limits.attributes else {
            kept.dropped += 1
            return
        }
        let mark = Checkpoint(self)
        defer { mark.restore(&self) }
        let content = message.rest
        var (record, size) = try pair(message, depth: 0)
        switch limits.cut(&record, size: size, of: bytes) {
        case .nothing: output.field(field, bytes: bytes[content.range])
        case .dropped:
            kept.dropped += 1
            return
        case .shortened:
            output.message(field) { pair in
                pair.field(1, bytes: bytes[record.key.range])
                pair.message(2) { value in
                    switch record.value {
                    case .string(let slice): value.field(1, bytes: bytes[slice.range])
                    case .bytes(let slice): value.field(7, bytes: bytes[slice.range])
                    default: break
                    }
                }
            }
        }
        kept.kept += 1
    }
}

/// How many of a list were kept, and how many were left out, by us and by the sender before us.
private struct Kept {
    var kept = 0
    var dropped: UInt64 = 0
    var reported: UInt64 = 0

    func write(_ field: UInt32, to output: inout ProtobufWriter) {
        let total = UInt64(UInt32(truncatingIfNeeded: reported)) + dropped
        guard total > 0 else { return }
        output.tag(field, .varint)
        output.varint(min(total, UInt64(UInt32.max)))
    }
}
