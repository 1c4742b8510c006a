// The trivial records of which a `TelemetryBatch` is made. The reader of the wire format fills them; everybody else looks at
// them through `Span`, `LogRecord`, `AttributeList` and `AttributeValue`, which cannot leave their bounds.

/// A range of elements in one of the arrays of a `TelemetryBatch`.
public struct RecordRange: Hashable, Sendable {
    /// Index of the first element.
    public var first: UInt32
    /// Number of elements.
    public var count: UInt32

    /// `count` elements from `first` on.
    public init(first: UInt32, count: UInt32) { (self.first, self.count) = (first, count) }
    /// No elements.
    public static let empty = RecordRange(first: 0, count: 0)
}

/// One value of OTLP's `AnyValue`; strings, arrays and lists say where their parts are.
public enum ValueRecord: Hashable, Sendable {
    /// A value that is not set.
    case empty
    /// Text, UTF-8 (ill-formed parts read as U+FFFD).
    case string(ByteSlice)
    case bool(Bool)
    case int(Int64)
    case double(Double)
    /// Elements in `TelemetryBatch.values`.
    case array(RecordRange)
    /// Pairs in `TelemetryBatch.attributes`.
    case keyValueList(RecordRange)
    case bytes(ByteSlice)
}

/// A key with its value.
public struct AttributeRecord: Hashable, Sendable {
    public var key: ByteSlice
    public var value: ValueRecord
    /// A pair of both.
    public init(key: ByteSlice, value: ValueRecord) { (self.key, self.value) = (key, value) }
}

/// An event of a span.
public struct EventRecord: Hashable, Sendable {
    /// When it happened, as sent (unsigned nanoseconds since 1970).
    public var time: UInt64
    public var name: ByteSlice
    public var attributes: RecordRange
    /// An event of the given parts.
    public init(time: UInt64, name: ByteSlice, attributes: RecordRange) {
        (self.time, self.name, self.attributes) = (time, name, attributes)
    }
}

/// A link from a span to another one.
public struct LinkRecord: Hashable, Sendable {
    public var traceID: ByteSlice
    public var spanID: ByteSlice
    public var attributes: RecordRange
    /// A link of the given parts.
    public init(traceID: ByteSlice, spanID: ByteSlice, attributes: RecordRange) {
        (self.traceID, self.spanID, self.attributes) = (traceID, spanID, attributes)
    }
}

/// Who sent spans or log records: an OTLP `Resource`.
public struct ResourceRecord: Hashable, Sendable {
    public var attributes: RecordRange
    /// The encoded `Resource` message, as it is stored.
    public var encoded: ByteSlice
    /// A resource of the given parts.
    public init(attributes: RecordRange, encoded: ByteSlice) { (self.attributes, self.encoded) = (attributes, encoded) }
}

/// Which instrumentation made spans or log records: an OTLP `InstrumentationScope`.
public struct ScopeRecord: Hashable, Sendable {
    public var name: ByteSlice
    public var version: ByteSlice
    public var attributes: RecordRange
    /// The encoded `InstrumentationScope` message, as it is stored.
    public var encoded: ByteSlice
    /// A scope of the given parts.
    public init(name: ByteSlice, version: ByteSlice, attributes: RecordRange, encoded: ByteSlice) {
        (self.name, self.version, self.attributes, self.encoded) = (name, version, attributes, encoded)
    }
}

/// One span as it came.
public struct SpanRecord: Hashable, Sendable {
    public var traceID: TraceID
    public var spanID: SpanID
    public var parentID: SpanID?
    public var name: ByteSlice
    /// OTLP's number; unknown numbers are kept.
    public var kind: Int32
    /// As sent (unsigned nanoseconds since 1970); anything is possible.
    public var start: UInt64
    public var end: UInt64
    /// OTLP's number: 0 unset, 1 ok, 2 error; unknown numbers are kept.
    public var statusCode: Int32
    public var statusMessage: ByteSlice
    public var attributes: RecordRange
    public var events: RecordRange
    public var links: RecordRange
    /// Index into `TelemetryBatch.resources`.
    public var resource: UInt32
    /// Index into `TelemetryBatch.scopes`.
    public var scope: UInt32
    /// What was irregular about it.
    public var flags: TelemetryFlags
    /// The encoded `Span` message, as it is stored.
    public var encoded: ByteSlice

    /// A span with its identity; everything else begins empty.
    public init(traceID: TraceID, spanID: SpanID) {
        (self.traceID, self.spanID) = (traceID, spanID)
        (name, statusMessage, encoded) = (.empty, .empty, .empty)
        (kind, statusCode, start, end, resource, scope) = (0, 0, 0, 0, 0, 0)
        (attributes, events, links) = (.empty, .empty, .empty)
        flags = []
    }
}

/// One log record as it came.
public struct LogRecordRecord: Hashable, Sendable {
    public var traceID: TraceID?
    public var spanID: SpanID?
    /// As sent (unsigned nanoseconds since 1970); 0 when not said.
    public var time: UInt64
    public var observedTime: UInt64
    public var severity: Int32
    public var eventName: ByteSlice
    public var body: ValueRecord
    public var attributes: RecordRange
    public var resource: UInt32
    public var scope: UInt32
    public var flags: TelemetryFlags
    /// The encoded `LogRecord` message, as it is stored.
    public var encoded: ByteSlice

    /// A record of which nothing is known.
    public init() {
        (time, observedTime, severity, resource, scope) = (0, 0, 0, 0, 0)
        (eventName, encoded, body, attributes, flags) = (.empty, .empty, .empty, .empty, [])
    }
}
