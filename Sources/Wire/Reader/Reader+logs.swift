import Domain

// ExportLogsServiceRequest and LogRecord (opentelemetry/proto/collector/logs/v1, logs/v1).
extension Reader {
    /// Reads a whole request of log records.
    mutating func logRequest() throws(WireFault) {
        var request = Cursor(bytes)
        while let tag = try request.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                try resourceItems(try request.message()) { (reader, record) throws(WireFault) in
                    try reader.logRecord(record)
                }
            default: try request.skip(tag)
            }
        }
        try checkResources()
    }

    /// Reads one log record. Ids that are not ones read as missing: OTLP allows records without.
    mutating func logRecord(_ message: Cursor) throws(WireFault) {
        try checkItems(at: message.at)
        let whole = message
        let mark = pendingAttributes.count
        var message = message
        var (traceID, spanID) = (ByteSlice.empty, ByteSlice.empty)
        var record = LogRecordRecord()
        flags = []
        keys.removeAll()
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .fixed64): record.time = try message.fixed64()
            case (2, .varint): record.severity = Int32(truncatingIfNeeded: try message.varint())
            case (3, .bytes): _ = text(try message.bytes())
            case (6, .bytes): try keyedAttribute(try message.message(), mark: mark)
            case (9, .bytes): traceID = try message.bytes()
            case (10, .bytes): spanID = try message.bytes()
            case (11, .fixed64): record.observedTime = try message.fixed64()
            case (12, .bytes): record.eventName = text(try message.bytes())
            default: try message.skip(tag)
            }
        }
        record.attributes = takeAttributes(from: mark)
        record.body = try body(of: whole)
        (record.traceID, record.spanID) = (self.traceID(traceID), self.spanID(spanID))
        record.resource = UInt32(truncatingIfNeeded: resources.count)
        record.scope = UInt32(truncatingIfNeeded: scopes.count)
        record.flags = flags
        record.encoded = flags.contains(.cut) ? try trimmed(whole.rest, as: .logRecord) : whole.rest
        logs.append(record)
    }

    /// The body of a log record, within the limits. Read apart from the other fields, because its pieces may stand between
    /// attributes and would not lie together on the stack.
    private mutating func body(of message: Cursor) throws(WireFault) -> ValueRecord {
        let (record, size) = try wholeBody(of: message)
        var value = record
        switch limits.cut(&value, size: size, to: limits.content, of: bytes) {
        case .nothing: return record
        case .shortened:
            flags.insert(.cut)
            return value
        case .dropped:
            flags.insert(.cut)
            return .empty
        }
    }

    /// The body of a log record as it was sent, with the number of bytes that it has.
    mutating func wholeBody(of message: Cursor) throws(WireFault) -> (ValueRecord, size: Int) {
        var message = message
        var value = beginValue()
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (5, .bytes): try read(try message.message(), into: &value, depth: 0)
            default: try message.skip(tag)
            }
        }
        return (try finish(value), value.size)
    }
}
