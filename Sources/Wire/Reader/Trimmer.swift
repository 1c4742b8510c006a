import Domain

/// Writes a message again without what the limits take from it: the same that the reader leaves out, so that what is stored
/// reads as what was read.
struct Trimmer {
    /// How many of a list were kept, and how many were left out, by us and by the sender before us.
    private struct Tally {
        var kept = 0
        var dropped: UInt64 = 0
        var reported: UInt64 = 0
    }

    private let bytes: UnsafeRawBufferPointer
    private let limits: WireLimits
    private let shape: Shape
    private var reader: Reader
    private var output = ProtobufWriter()
    private var attributes = Tally()
    private var children: [Tally]

    private init(_ bytes: UnsafeRawBufferPointer, _ shape: Shape, _ limits: WireLimits) {
        (self.bytes, self.shape, self.limits) = (bytes, shape, limits)
        reader = Reader(bytes: bytes, limits: limits)
        children = [Tally](repeating: Tally(), count: shape.children.count)
    }

    /// The message `bytes` of the given shape, within the limits.
    static func trim(
        _ bytes: UnsafeRawBufferPointer, as shape: Shape, _ limits: WireLimits
    ) throws(WireFault) -> [UInt8] {
        var trimmer = Trimmer(bytes, shape, limits)
        try trimmer.message()
        return trimmer.output.bytes
    }

    private mutating func message() throws(WireFault) {
        var message = Cursor(bytes)
        let body = try cutBody(of: message)
        while true {
            let start = message.at
            guard let tag = try message.next() else { break }
            let field = message
            try message.skip(tag)
            guard try !take(tag, field, body) else { continue }
            output.raw(bytes[start..<message.at])
        }
        if let body, body != .empty { write(body, field: shape.body) }
        write(attributes, field: shape.droppedAttributes)
        for (place, tally) in zip(shape.children, children) { write(tally, field: place.dropped) }
    }

    /// Writes the field, or leaves it out, when it is one that limits apply to; false for any other.
    private mutating func take(_ tag: Tag, _ content: Cursor, _ body: ValueRecord?) throws(WireFault) -> Bool {
        var content = content
        switch tag.type {
        case .bytes where tag.field == shape.attributes: try attribute(try content.message())
        case .bytes where tag.field == shape.body && body != nil: break
        case .varint where tag.field == shape.droppedAttributes: attributes.reported = try content.varint()
        default:
            guard let index = shape.children.firstIndex(where: { $0.field == tag.field || $0.dropped == tag.field })
            else {
                return false
            }
            let place = shape.children[index]
            switch (tag.field, tag.type) {
            case (place.field, .bytes): try child(index, place, try content.bytes())
            case (place.dropped, .varint): children[index].reported = try content.varint()
            default: return false
            }
        }
        return true
    }

    private mutating func child(_ index: Int, _ place: Shape.Children, _ content: ByteSlice) throws(WireFault) {
        guard children[index].kept < place.limit(limits) else {
            children[index].dropped += 1
            return
        }
        children[index].kept += 1
        let shape = Shape(attributes: place.attributes, droppedAttributes: place.droppedAttributes)
        let message = UnsafeRawBufferPointer(rebasing: bytes[content.range])
        output.field(place.field, bytes: try Trimmer.trim(message, as: shape, limits))
    }

    private mutating func attribute(_ message: Cursor) throws(WireFault) {
        guard attributes.kept < limits.attributes else {
            attributes.dropped += 1
            return
        }
        let start = Checkpoint(reader)
        defer { start.restore(&reader) }
        var (record, size) = try reader.pair(message, depth: 0)
        switch limits.cut(&record, size: size, of: bytes) {
        case .nothing: output.field(shape.attributes, bytes: bytes[message.rest.range])
        case .shortened:
            let pair = output.begin(shape.attributes)
            output.field(1, bytes: bytes[record.key.range])
            write(record.value, field: 2)
            output.end(pair)
        case .dropped:
            attributes.dropped += 1
            return
        }
        attributes.kept += 1
    }

    /// The body of a log record after cutting; nil when there is none or nothing of it is to be cut.
    private mutating func cutBody(of message: Cursor) throws(WireFault) -> ValueRecord? {
        guard shape.body != nil else { return nil }
        var (value, size) = try reader.wholeBody(of: message)
        return switch limits.cut(&value, size: size, to: limits.content, of: bytes) {
        case .nothing: nil
        case .shortened: value
        case .dropped: .empty
        }
    }

    /// Writes a value that was shortened, which is text or bytes.
    private mutating func write(_ value: ValueRecord, field: UInt32?) {
        guard let field else { return }
        let start = output.begin(field)
        switch value {
        case .string(let slice): output.field(1, bytes: bytes[slice.range])
        case .bytes(let slice): output.field(7, bytes: bytes[slice.range])
        default: break
        }
        output.end(start)
    }

    private mutating func write(_ tally: Tally, field: UInt32) {
        let total = UInt64(UInt32(truncatingIfNeeded: tally.reported)) + tally.dropped
        guard total > 0 else { return }
        output.tag(field, .varint)
        output.varint(min(total, UInt64(UInt32.max)))
    }
}
