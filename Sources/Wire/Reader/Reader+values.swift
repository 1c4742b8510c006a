import Domain

// AnyValue, ArrayValue, KeyValueList and KeyValue (opentelemetry/proto/common/v1/common.proto).
extension Reader {
    /// Values nested deeper than this are refused: a value that nobody can look at is no telemetry.
    static let valueDepthLimit = 32

    /// A pair, with the number of bytes that its encoded value has.
    mutating func pair(_ message: Cursor, depth: Int) throws(WireFault) -> (record: AttributeRecord, size: Int) {
        var message = message
        var key = ByteSlice.empty
        var value = beginValue()
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes): key = text(try message.bytes())
            case (2, .bytes): try read(try message.message(), into: &value, depth: depth)
            default: try message.skip(tag)
            }
        }
        return (AttributeRecord(key: key, value: try finish(value)), value.size)
    }

    func beginValue() -> PendingValue {
        PendingValue(values: pendingValues.count, attributes: pendingAttributes.count)
    }

    /// Adds one piece of a value to what is there. As protobuf demands, the last member counts, and pieces of the same
    /// array or list are joined.
    mutating func read(_ message: Cursor, into value: inout PendingValue, depth: Int) throws(WireFault) {
        guard depth < Reader.valueDepthLimit else { throw WireFault(reason: .nestedValues, offset: message.at) }
        var message = message
        value.size &+= Int(message.rest.count)
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes): set(&value, .string(text(try message.bytes())))
            case (2, .varint): set(&value, .bool(try message.varint() != 0))
            case (3, .varint): set(&value, .int(Int64(bitPattern: try message.varint())))
            case (4, .fixed64): set(&value, .double(Double(bitPattern: try message.fixed64())))
            case (5, .bytes): try elements(try message.message(), of: &value, depth: depth)
            case (6, .bytes): try pairs(try message.message(), of: &value, depth: depth)
            case (7, .bytes): set(&value, .bytes(try message.bytes()))
            default: try message.skip(tag)
            }
        }
    }

    /// Moves the parts of a value to their place.
    mutating func finish(_ value: PendingValue) throws(WireFault) -> ValueRecord {
        switch value.kind {
        case .scalar(let record): return record
        case .array:
            let first = values.count
            values.append(contentsOf: pendingValues[value.values...])
            pendingValues.truncate(to: value.values)
            return .array(RecordRange(first: UInt32(truncatingIfNeeded: first), count: UInt32(values.count - first)))
        case .keyValueList: return .keyValueList(takeAttributes(from: value.attributes))
        }
    }

    /// Moves the attributes above `mark` to their place.
    mutating func takeAttributes(from mark: Int) -> RecordRange {
        guard pendingAttributes.count > mark else { return .empty }
        let first = attributes.count
        attributes.append(contentsOf: pendingAttributes[mark...])
        pendingAttributes.truncate(to: mark)
        return RecordRange(first: UInt32(truncatingIfNeeded: first), count: UInt32(attributes.count - first))
    }

    @inline(__always)
    private mutating func set(_ value: inout PendingValue, _ record: ValueRecord) {
        drop(&value)
        value.kind = .scalar(record)
    }

    /// Forgets the parts of a member that another one replaces.
    @inline(__always)
    private mutating func drop(_ value: inout PendingValue) {
        if case .scalar = value.kind { return }
        pendingValues.truncate(to: value.values)
        pendingAttributes.truncate(to: value.attributes)
    }

    private mutating func elements(_ message: Cursor, of value: inout PendingValue, depth: Int) throws(WireFault) {
        var message = message
        if case .array = value.kind {} else { drop(&value) }
        value.kind = .array
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                var element = beginValue()
                try read(try message.message(), into: &element, depth: depth + 1)
                pendingValues.append(try finish(element))
                try checkRecords(at: message.at)
            default: try message.skip(tag)
            }
        }
    }

    private mutating func pairs(_ message: Cursor, of value: inout PendingValue, depth: Int) throws(WireFault) {
        var message = message
        if case .keyValueList = value.kind {} else { drop(&value) }
        value.kind = .keyValueList
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                pendingAttributes.append(try pair(try message.message(), depth: depth + 1).record)
                try checkRecords(at: message.at)
            default: try message.skip(tag)
            }
        }
    }

    /// Fails when the request holds more attributes, values, events and links than it may, or than there is memory for.
    @inline(__always)
    mutating func checkRecords(at offset: Int) throws(WireFault) {
        let count =
            attributes.count &+ values.count &+ pendingAttributes.count &+ pendingValues.count &+ events.count
            &+ links.count
        if count > records.covered { try cover(count, by: \.records, .manyRecords, at: offset) }
    }
}
