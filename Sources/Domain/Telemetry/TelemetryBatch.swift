/// The spans and log records of one request, standing in the bytes in which they came.
///
/// The batch owns its bytes; everything else is trivial records that point into them. Nothing is copied and nothing is counted
/// per attribute, which is what lets two cores take twenty thousand spans a second. `Span` and `LogRecord` are the way to look at it.
public final class TelemetryBatch: Sendable {
    /// The request, inflated; parts that had to be cut or transcoded stand re-encoded behind it.
    public let bytes: [UInt8]
    public let resources: [ResourceRecord]
    public let scopes: [ScopeRecord]
    let spanRecords: [SpanRecord]
    let logRecords: [LogRecordRecord]
    let attributes: [AttributeRecord]
    let values: [ValueRecord]
    let events: [EventRecord]
    let links: [LinkRecord]
    /// Spans or log records that were refused one by one while the others were taken.
    public let rejected: Rejection?
    /// What was taken out of the request before it was read.
    public let redactions: RedactionCounts

    /// A batch of records that point into `bytes`. Records that point outside read as empty.
    public init(
        bytes: [UInt8], resources: [ResourceRecord], scopes: [ScopeRecord], spans: [SpanRecord] = [],
        logs: [LogRecordRecord] = [], attributes: [AttributeRecord], values: [ValueRecord], events: [EventRecord] = [],
        links: [LinkRecord] = [], rejected: Rejection? = nil,
        redactions: RedactionCounts = RedactionCounts()
    ) {
        self.bytes = bytes
        self.resources = resources
        self.scopes = scopes
        self.spanRecords = spans
        self.logRecords = logs
        self.attributes = attributes
        self.values = values
        self.events = events
        self.links = links
        self.rejected = rejected
        self.redactions = redactions
    }

    /// The spans of the batch, in the order in which they came.
    public var spans: some RandomAccessCollection<Span> {
        spanRecords.indices.lazy.map { Span(batch: self, record: self.spanRecords[$0]) }
    }

    /// The log records of the batch, in the order in which they came.
    public var logs: some RandomAccessCollection<LogRecord> {
        logRecords.indices.lazy.map { LogRecord(batch: self, record: self.logRecords[$0]) }
    }

    /// The bytes of a slice; empty when it does not lie within the batch.
    public func bytes(_ slice: ByteSlice) -> ArraySlice<UInt8> {
        let (first, count) = (Int(slice.offset), Int(slice.count))
        guard first + count <= bytes.count else { return [] }
        return bytes[first..<(first + count)]
    }

    /// The text of a slice; ill-formed parts become U+FFFD.
    public func text(_ slice: ByteSlice) -> String {
        String(decoding: bytes(slice), as: UTF8.self)
    }

    /// The attributes in `range`.
    public func attributes(_ range: RecordRange) -> AttributeList {
        AttributeList(batch: self, range: clamped(range, attributes.count))
    }

    func clamped(_ range: RecordRange, _ count: Int) -> Range<Int> {
        let first = min(Int(range.first), count)
        return first..<min(first + Int(range.count), count)
    }
}
