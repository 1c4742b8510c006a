import Domain

/// Attributes of a data point or a resource, as far as metrics need them: a number that stands for all of them, whatever their
/// order, and the texts of a few.
struct MetricAttributes {
    /// The sum of the hashes of all attributes.
    private(set) var hash: UInt64 = 0
    private(set) var labels: [MetricLabel] = []
    private let isWanted: (String) -> Bool
    private static let limit = (labels: 16, key: 64, value: 256)

    /// Attributes of which those are kept whose key `isWanted`.
    init(_ isWanted: @escaping (String) -> Bool) { self.isWanted = isWanted }

    /// The value of an attribute that is kept; nil without it.
    subscript(key: String) -> String? { labels.first { $0.key == key }?.value }

    /// Reads one `KeyValue`.
    mutating func add(_ message: Cursor, of bytes: UnsafeRawBufferPointer) throws(WireFault) {
        hash &+= StreamHash.of(UnsafeRawBufferPointer(rebasing: bytes[message.rest.range]))
        var message = message
        var key = ByteSlice.empty
        var value: String?
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes): key = try message.bytes()
            case (2, .bytes): value = try Self.text(try message.message(), of: bytes)
            default: try message.skip(tag)
            }
        }
        guard let value, labels.count < Self.limit.labels, key.count <= Self.limit.key else { return }
        let name = String(decoding: bytes[key.range], as: UTF8.self)
        if isWanted(name), self[name] == nil { labels.append(MetricLabel(name, value)) }
    }

    /// A plain value as text; nil for arrays, lists and bytes, by which nobody tells series apart.
    private static func text(_ message: Cursor, of bytes: UnsafeRawBufferPointer) throws(WireFault) -> String? {
        var message = message
        var text: String?
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                let slice = try message.bytes()
                text = String(decoding: bytes[slice.range].prefix(limit.value), as: UTF8.self)
            case (2, .varint): text = try message.varint() != 0 ? "true" : "false"
            case (3, .varint): text = String(Int64(bitPattern: try message.varint()))
            case (4, .fixed64): text = String(Double(bitPattern: try message.fixed64()))
            default:
                try message.skip(tag)
                if (5...7).contains(tag.field) { text = nil }
            }
        }
        return text
    }
}
