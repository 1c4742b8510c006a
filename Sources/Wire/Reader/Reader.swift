import Domain

/// Reads OTLP messages into the records of a `TelemetryBatch`, in one pass over the bytes.
///
/// A list's records must stand side by side, but the messages of which it consists may be interleaved with others; so they
/// wait on a stack (`pending…`) until their owner is complete and then move to their place together.
struct Reader {
    let bytes: UnsafeRawBufferPointer
    let limits: WireLimits
    private let reservation: DecodeReservation?

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

    /// Attributes, values, events and links that are paid for.
    var records: Allowance
    /// Spans and log records that are paid for, each with a resource and a scope.
    private var items: Allowance

    /// A reader of `bytes`.
    ///
    /// - Parameter reservation: what the memory beyond that of `bytes` is charged to.
    init(bytes: UnsafeRawBufferPointer, limits: WireLimits, reservation: DecodeReservation? = nil) {
        (self.bytes, self.limits, self.reservation) = (bytes, limits, reservation)
        records = Allowance(limit: limits.records, size: Self.recordSize)
        items = Allowance(limit: limits.items, size: Self.itemSize)
    }

    private static let recordSize = max(
        MemoryLayout<AttributeRecord>.stride, MemoryLayout<ValueRecord>.stride, MemoryLayout<EventRecord>.stride,
        MemoryLayout<LinkRecord>.stride)
    private static let itemSize =
        max(MemoryLayout<SpanRecord>.stride, MemoryLayout<LogRecordRecord>.stride)
        + MemoryLayout<ResourceRecord>.stride + MemoryLayout<ScopeRecord>.stride

    /// The batch of what was read from `bytes`, the same that the reader was made with.
    consuming func batch(_ bytes: [UInt8], redactions: RedactionCounts) -> TelemetryBatch {
        TelemetryBatch(
            bytes: appended.isEmpty ? bytes : bytes + appended, resources: resources, scopes: scopes, spans: spans,
            logs: logs, attributes: attributes, values: values, events: events, links: links, rejected: rejected,
            redactions: redactions)
    }

    /// A string's slice as it is, noting whether it is well-formed.
    @inline(__always)
    mutating func text(_ slice: ByteSlice) -> ByteSlice {
        if !UTF8Check.isWellFormed(UnsafeRawBufferPointer(rebasing: bytes[slice.range])) { flags.insert(.text) }
        return slice
    }

    /// Appends an encoded message behind the request. Paid for twice, here and in the copy of all bytes that the batch will
    /// hold; the first one also pays for the copy of the request.
    mutating func append(_ message: [UInt8]) throws(WireFault) -> ByteSlice {
        let offset = bytes.count + appended.count
        guard offset + message.count <= Int(UInt32.max) else { throw WireFault(reason: .manyBytes, offset: 0) }
        let cost = 2 * message.count + (appended.isEmpty ? bytes.count : 0)
        guard reservation?.tryTake(cost) ?? true else { throw WireFault(reason: .busy, offset: 0) }
        appended += message
        return ByteSlice(at: offset, count: message.count)
    }

    /// Refuses one span or log record.
    mutating func reject(_ reason: String) {
        rejected = Rejection(count: (rejected?.count ?? 0) + 1, reason: rejected?.reason ?? reason)
    }

    /// Fails when the request holds as many spans and log records as it may, or as there is memory for.
    mutating func checkItems(at offset: Int) throws(WireFault) {
        let count = spans.count + logs.count + (rejected?.count ?? 0)
        if count >= items.covered { try cover(count + 1, by: \.items, .manyItems, at: offset) }
    }

    /// Has `allowance` cover `count` records.
    mutating func cover(
        _ count: Int, by allowance: WritableKeyPath<Reader, Allowance>, _ reason: WireFault.Reason, at offset: Int
    ) throws(WireFault) {
        switch self[keyPath: allowance].cover(count, of: reservation) {
        case .granted: return
        case .overLimit: throw WireFault(reason: reason, offset: offset)
        case .noMemory: throw WireFault(reason: .busy, offset: offset)
        }
    }
}
