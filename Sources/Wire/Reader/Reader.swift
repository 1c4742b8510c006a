import Domain

/// Reads OTLP messages into the records of a `TelemetryBatch`, in one pass over the bytes.
///
/// A list's records must stand side by side, but the messages of which it consists may be interleaved with others; so they
/// wait on a stack (`pending…`) until their owner is complete and then move to their place together.
struct Reader {
    let bytes: UnsafeRawBufferPointer
    let limits: WireLimits

    var resources: [ResourceRecord] = []
    var scopes: [ScopeRecord] = []
    var spans: [SpanRecord] = []
    var logs: [LogRecordRecord] = []
    var attributes: [AttributeRecord] = []
    var values: [ValueRecord] = []
    var events: [EventRecord] = []
    var links: [LinkRecord] = []

    var pendingAttributes: [AttributeRecord] = []
    var pendingValues: [ValueRecord] = []
    /// Re-encoded messages, which will stand behind `bytes`.
    var appended: [UInt8] = []
    /// What was irregular about the span, log record, resource or scope that is being read.
    var flags: TelemetryFlags = []
    /// The keys of the span or log record that is being read.
    var keys = KeyTable()
    var rejected: Rejection?

    init(bytes: UnsafeRawBufferPointer, limits: WireLimits) {
        (self.bytes, self.limits) = (bytes, limits)
    }

    /// The batch of what was read from `bytes`, the same that the reader was made with.
    consuming func batch(_ bytes: [UInt8]) -> TelemetryBatch {
        TelemetryBatch(
            bytes: appended.isEmpty ? bytes : bytes + appended, resources: resources, scopes: scopes, spans: spans,
            logs: logs, attributes: attributes, values: values, events: events, links: links, rejected: rejected)
    }

    /// A string's slice as it is, noting whether it is well-formed.
    @inline(__always)
    mutating func text(_ slice: ByteSlice) -> ByteSlice {
        if !UTF8Check.isWellFormed(UnsafeRawBufferPointer(rebasing: bytes[slice.range])) { flags.insert(.text) }
        return slice
    }

    /// Appends an encoded message behind the request.
    mutating func append(_ message: [UInt8]) throws(WireFault) -> ByteSlice {
        let offset = bytes.count + appended.count
        guard offset + message.count <= Int(UInt32.max) else { throw WireFault(reason: .manyBytes, offset: 0) }
        appended += message
        return ByteSlice(at: offset, count: message.count)
    }

    /// Refuses one span or log record.
    mutating func reject(_ reason: String) {
        rejected = Rejection(count: (rejected?.count ?? 0) + 1, reason: rejected?.reason ?? reason)
    }

    /// Fails when the request holds more than it may.
    func checkItems(at offset: Int) throws(WireFault) {
        guard spans.count + logs.count + (rejected?.count ?? 0) < limits.items else {
            throw WireFault(reason: .manyItems, offset: offset)
        }
    }
}
