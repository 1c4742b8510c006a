import Domain

/// The fields of a data point of any kind, as they came.
struct PointFields {
    private(set) var attributes = MetricAttributes(MetricCatalogue.isLabel)
    private(set) var start: UInt64 = 0
    private(set) var time: UInt64 = 0
    private(set) var number: Double?
    private(set) var count: UInt64 = 0
    private(set) var sum: Double?
    private(set) var least: Double?
    private(set) var greatest: Double?
    private(set) var counts: [UInt64] = []
    private(set) var bounds: [Double] = []
    private(set) var scale: Int32 = 0
    private(set) var zeroCount: UInt64 = 0
    private(set) var zeroThreshold = 0.0
    private(set) var positive = ExponentialBuckets()
    private(set) var negative = ExponentialBuckets()
    private var flags: UInt64 = 0
    /// More buckets than any client makes are not read.
    private(set) var hasManyBuckets = false
    static let mostBuckets = 1024

    /// Whether the point only says that nothing was recorded.
    var saysNothing: Bool { flags & 1 != 0 }
    var bucketCount: Int { counts.count + positive.counts.count + negative.counts.count }

    init(_ message: Cursor, _ kind: MetricKind, of bytes: UnsafeRawBufferPointer) throws(WireFault) {
        var message = message
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (2, .fixed64): start = try message.fixed64()
            case (3, .fixed64): time = try message.fixed64()
            default:
                switch kind {
                case .gauge, .sum: try number(tag, &message, bytes)
                case .histogram: try histogram(tag, &message, bytes)
                case .exponentialHistogram: try exponential(tag, &message, bytes)
                case .summary: try summary(tag, &message, bytes)
                }
            }
        }
        hasManyBuckets = bucketCount > Self.mostBuckets
    }

    private mutating func number(_ tag: Tag, _ message: inout Cursor, _ bytes: UnsafeRawBufferPointer)
        throws(WireFault)
    {
        switch (tag.field, tag.type) {
        case (4, .fixed64): number = Double(bitPattern: try message.fixed64())
        case (6, .fixed64): number = Double(Int64(bitPattern: try message.fixed64()))
        case (7, .bytes): try attributes.add(try message.message(), of: bytes)
        case (8, .varint): flags = try message.varint()
        default: try message.skip(tag)
        }
    }

    private mutating func histogram(_ tag: Tag, _ message: inout Cursor, _ bytes: UnsafeRawBufferPointer)
        throws(WireFault)
    {
        switch (tag.field, tag.type) {
        case (4, .fixed64): count = try message.fixed64()
        case (5, .fixed64): sum = Double(bitPattern: try message.fixed64())
        case (6, .fixed64): Self.append(try message.fixed64(), to: &counts)
        case (6, .bytes):
            var packed = try message.message()
            while !packed.rest.isEmpty { Self.append(try packed.fixed64(), to: &counts) }
        case (7, .fixed64): Self.append(Double(bitPattern: try message.fixed64()), to: &bounds)
        case (7, .bytes):
            var packed = try message.message()
            while !packed.rest.isEmpty { Self.append(Double(bitPattern: try packed.fixed64()), to: &bounds) }
        case (9, .bytes): try attributes.add(try message.message(), of: bytes)
        case (10, .varint): flags = try message.varint()
        case (11, .fixed64): least = Double(bitPattern: try message.fixed64())
        case (12, .fixed64): greatest = Double(bitPattern: try message.fixed64())
        default: try message.skip(tag)
        }
    }

    private mutating func exponential(_ tag: Tag, _ message: inout Cursor, _ bytes: UnsafeRawBufferPointer)
        throws(WireFault)
    {
        switch (tag.field, tag.type) {
        case (1, .bytes): try attributes.add(try message.message(), of: bytes)
        case (4, .fixed64): count = try message.fixed64()
        case (5, .fixed64): sum = Double(bitPattern: try message.fixed64())
        case (6, .varint): scale = ExponentialBuckets.signed(try message.varint())
        case (7, .fixed64): zeroCount = try message.fixed64()
        case (8, .bytes): try positive.read(try message.message())
        case (9, .bytes): try negative.read(try message.message())
        case (10, .varint): flags = try message.varint()
        case (12, .fixed64): least = Double(bitPattern: try message.fixed64())
        case (13, .fixed64): greatest = Double(bitPattern: try message.fixed64())
        case (14, .fixed64): zeroThreshold = Double(bitPattern: try message.fixed64())
        default: try message.skip(tag)
        }
    }

    /// The quantiles of a summary are left out: those of several clients or moments cannot be put together.
    private mutating func summary(_ tag: Tag, _ message: inout Cursor, _ bytes: UnsafeRawBufferPointer)
        throws(WireFault)
    {
        switch (tag.field, tag.type) {
        case (4, .fixed64): count = try message.fixed64()
        case (5, .fixed64): sum = Double(bitPattern: try message.fixed64())
        case (7, .bytes): try attributes.add(try message.message(), of: bytes)
        case (8, .varint): flags = try message.varint()
        default: try message.skip(tag)
        }
    }

    /// One more than is allowed is enough to know that it is too much.
    static func append<Element>(_ element: Element, to list: inout [Element]) {
        if list.count <= mostBuckets { list.append(element) }
    }
}
