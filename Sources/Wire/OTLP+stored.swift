import Domain

// Reading back what the store keeps: each item becomes an export request of its own again, one after the other, which protobuf
// takes as one request. So nothing reads stored spans but the reader that read them when they came.
extension OTLP {
    /// The span that was stored as `item`; nil when it is damaged. Its flags are found again, except `.cut` (what was cut is
    /// no longer there) and those that come with the time of receipt.
    public static func span(_ item: EncodedItem) -> Span? { spans([item]).first ?? nil }

    /// The log record that was stored as `item`; nil when it is damaged. See `span(_:)`.
    public static func log(_ item: EncodedItem) -> LogRecord? { logs([item]).first ?? nil }

    /// The spans that were stored as `items`, in their order, nil for each that is damaged; all in one batch.
    public static func spans(_ items: [EncodedItem]) -> [Span?] {
        stored(items) {
            try? traces(protobuf: $0, limits: .stored)
        } item: {
            $0.spans.first
        } all: {
            Array($0.spans)
        }
    }

    /// The log records that were stored as `items`; see `spans(_:)`.
    public static func logs(_ items: [EncodedItem]) -> [LogRecord?] {
        stored(items) {
            try? logs(protobuf: $0, limits: .stored)
        } item: {
            $0.logs.first
        } all: {
            Array($0.logs)
        }
    }

    private static func stored<Item>(
        _ items: [EncodedItem], read: ([UInt8]) -> TelemetryBatch?, item: (TelemetryBatch) -> Item?,
        all: (TelemetryBatch) -> [Item]
    ) -> [Item?] {
        if let batch = read(request(items[...])) {
            let found = all(batch)
            if found.count == items.count { return found }
        }
        // Something among them is damaged: one by one, so that it takes no other along.
        return items.indices.map { read(request(items[$0...$0])).flatMap(item) }
    }

    static func request(_ items: ArraySlice<EncodedItem>) -> [UInt8] {
        var output = ProtobufWriter()
        output.reserveCapacity(items.reduce(0) { $0 + $1.message.count + $1.resource.count + $1.scope.count + 40 })
        var rest = items
        while let first = rest.first {
            // Neighbours of the same resource and scope share their records.
            let group = rest.prefix { $0.resource == first.resource && $0.scope == first.scope }
            rest = rest.dropFirst(group.count)
            let resource = output.begin(1)
            output.field(1, bytes: first.resource)
            let scope = output.begin(2)
            output.field(1, bytes: first.scope)
            for item in group { output.field(2, bytes: item.message) }
            output.end(scope)
            output.end(resource)
        }
        return output.bytes
    }
}

extension WireLimits {
    /// What was stored was within the limits of its time; nothing is cut when it is read back.
    static var stored: WireLimits {
        var limits = WireLimits()
        (limits.bytes, limits.items, limits.resourcesPerService, limits.records) = (.max, .max, .max, .max)
        (limits.attributes, limits.key, limits.value, limits.content) = (.max, .max, .max, .max)
        (limits.events, limits.links) = (.max, .max)
        return limits
    }
}
