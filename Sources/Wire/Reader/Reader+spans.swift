import Domain

// Span, Event, Link and Status (opentelemetry/proto/trace/v1/trace.proto).
extension Reader {
    /// Reads one span; keeps it when its ids are ones.
    mutating func span(_ message: Cursor) throws(WireFault) {
        try checkItems(at: message.at)
        let mark = Checkpoint(self)
        let encoded = message.rest
        var message = message
        var (traceID, spanID, parentID) = (ByteSlice.empty, ByteSlice.empty, ByteSlice.empty)
        var (name, statusMessage) = (ByteSlice.empty, ByteSlice.empty)
        var (kind, statusCode): (Int32, Int32) = (0, 0)
        var (start, end): (UInt64, UInt64) = (0, 0)
        flags = []
        keys.removeAll()
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes): traceID = try message.bytes()
            case (2, .bytes): spanID = try message.bytes()
            case (3, .bytes): _ = text(try message.bytes())
            case (4, .bytes): parentID = try message.bytes()
            case (5, .bytes): name = text(try message.bytes())
            case (6, .varint): kind = Int32(truncatingIfNeeded: try message.varint())
            case (7, .fixed64): start = try message.fixed64()
            case (8, .fixed64): end = try message.fixed64()
            case (9, .bytes): try keyedAttribute(try message.message(), mark: mark.pendingAttributes)
            case (11, .bytes): try event(try message.message(), mark: mark)
            case (13, .bytes): try link(try message.message(), mark: mark)
            case (15, .bytes): try status(try message.message(), code: &statusCode, message: &statusMessage)
            default: try message.skip(tag)
            }
        }
        guard let trace = self.traceID(traceID) else {
            return refuse("a trace id is not 16 bytes or is zero", mark)
        }
        guard let id = self.spanID(spanID) else { return refuse("a span id is not 8 bytes or is zero", mark) }
        guard parentID.isEmpty || parentID.count == 8 else { return refuse("a parent span id is not 8 bytes", mark) }
        var record = SpanRecord(traceID: trace, spanID: id)
        record.parentID = self.spanID(parentID)
        (record.name, record.kind, record.start, record.end) = (name, kind, start, end)
        (record.statusCode, record.statusMessage) = (statusCode, statusMessage)
        record.attributes = takeAttributes(from: mark.pendingAttributes)
        record.events = mark.range(mark.events, events.count)
        record.links = mark.range(mark.links, links.count)
        record.resource = UInt32(truncatingIfNeeded: resources.count)
        record.scope = UInt32(truncatingIfNeeded: scopes.count)
        record.flags = flags
        record.encoded = flags.contains(.cut) ? try trimmed(encoded, as: .span) : encoded
        spans.append(record)
    }

    /// The id that `slice` is; nil unless it is 16 bytes and not all zero.
    func traceID(_ slice: ByteSlice) -> TraceID? {
        guard slice.count == 16 else { return nil }
        let id = TraceID(high: bigEndian(at: Int(slice.offset)), low: bigEndian(at: Int(slice.offset) + 8))
        return id.high | id.low == 0 ? nil : id
    }

    /// The id that `slice` is; nil unless it is 8 bytes and not all zero.
    func spanID(_ slice: ByteSlice) -> SpanID? {
        slice.count == 8 ? SpanID(bigEndian(at: Int(slice.offset))) : nil
    }

    private func bigEndian(at offset: Int) -> UInt64 {
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Reads an attribute of a span or log record and notes whether its key stood there before.
    @inline(__always)
    mutating func keyedAttribute(_ message: Cursor, mark: Int) throws(WireFault) {
        guard let key = try attribute(message, mark: mark) else { return }
        if !keys.insert(key, of: bytes) { flags.insert(.duplicateKey) }
    }

    private mutating func refuse(_ reason: String, _ mark: Checkpoint) {
        reject(reason)
        mark.restore(&self)
    }

    private mutating func event(_ message: Cursor, mark: Checkpoint) throws(WireFault) {
        var message = message
        var record = EventRecord(time: 0, name: .empty, attributes: .empty)
        let first = Checkpoint(self)
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .fixed64): record.time = try message.fixed64()
            case (2, .bytes): record.name = text(try message.bytes())
            case (3, .bytes): try attribute(try message.message(), mark: first.pendingAttributes)
            default: try message.skip(tag)
            }
        }
        guard events.count - mark.events < limits.events else {
            flags.insert(.cut)
            return first.restore(&self)
        }
        record.attributes = takeAttributes(from: first.pendingAttributes)
        events.append(record)
        try checkRecords(at: message.at)
    }

    private mutating func link(_ message: Cursor, mark: Checkpoint) throws(WireFault) {
        var message = message
        var record = LinkRecord(traceID: .empty, spanID: .empty, attributes: .empty)
        let first = Checkpoint(self)
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes): record.traceID = try message.bytes()
            case (2, .bytes): record.spanID = try message.bytes()
            case (3, .bytes): _ = text(try message.bytes())
            case (4, .bytes): try attribute(try message.message(), mark: first.pendingAttributes)
            default: try message.skip(tag)
            }
        }
        guard links.count - mark.links < limits.links else {
            flags.insert(.cut)
            return first.restore(&self)
        }
        record.attributes = takeAttributes(from: first.pendingAttributes)
        links.append(record)
        try checkRecords(at: message.at)
    }

    private mutating func status(
        _ message: Cursor, code: inout Int32, message text: inout ByteSlice
    ) throws(WireFault) {
        var message = message
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (2, .bytes): text = self.text(try message.bytes())
            case (3, .varint): code = Int32(truncatingIfNeeded: try message.varint())
            default: try message.skip(tag)
            }
        }
    }
}
