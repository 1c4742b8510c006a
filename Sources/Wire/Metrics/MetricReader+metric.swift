import Domain

extension MetricReader {
    /// Reads one `Metric`.
    mutating func metric(_ message: Cursor, _ context: Context) throws(WireFault) {
        var (context, message) = (context, message)
        var kind: MetricKind?
        // Gauge, Sum, Histogram …: of several the last counts, pieces of one are joined.
        var pieces: [Cursor] = []
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes): context.name = text(try message.bytes())
            case (3, .bytes): context.unit = text(try message.bytes())
            case (5, .bytes), (7, .bytes), (9, .bytes), (10, .bytes), (11, .bytes):
                let found = Self.kind(tag.field)
                if found != kind { (kind, pieces) = (found, []) }
                pieces.append(try message.message())
            default: try message.skip(tag)
            }
        }
        guard let kind else { return }
        for piece in pieces { try temporality(piece, &context) }
        let isKept = MetricCatalogue.keeps(context.name)
        for piece in pieces {
            try forEach(1, in: piece) { (reader, point) throws(WireFault) in
                guard isKept else { return try reader.ignore(point) }
                try reader.checkPoints(at: point.at)
                try reader.point(point, kind, context)
            }
        }
    }

    private static func kind(_ field: UInt32) -> MetricKind {
        switch field {
        case 5: .gauge
        case 7: .sum
        case 9: .histogram
        case 10: .exponentialHistogram
        default: .summary
        }
    }

    /// Names and units are short; what is not is cut.
    private func text(_ slice: ByteSlice) -> String {
        String(decoding: bytes[slice.range].prefix(limits.key), as: UTF8.self)
    }

    /// Sum, Histogram and ExponentialHistogram have the same fields: 2 aggregation_temporality, and sums 3 is_monotonic.
    private func temporality(_ message: Cursor, _ context: inout Context) throws(WireFault) {
        var message = message
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (2, .varint): context.temporality = try message.varint()
            case (3, .varint): context.isMonotonic = try message.varint() != 0
            default: try message.skip(tag)
            }
        }
    }

    /// Counts a point that is not kept; its fields are checked to be fields.
    private mutating func ignore(_ point: Cursor) throws(WireFault) {
        var point = point
        while let tag = try point.next() { try point.skip(tag) }
        batch.ignored += 1
    }

    private mutating func point(_ message: Cursor, _ kind: MetricKind, _ context: Context) throws(WireFault) {
        let fields = try PointFields(message, kind, of: bytes)
        guard !fields.saysNothing else {
            batch.ignored += 1
            return
        }
        let value: MetricValue
        do throws(PointFault) {
            value = try fields.value(kind, context)
        } catch {
            batch.reject(error.reason)
            return
        }
        let cost = MemoryLayout<MetricPoint>.stride + fields.attributes.labels.count * 96 + fields.bucketCount * 24
        try take(cost, at: message.at)
        let hashes = [context.scope, fields.attributes.hash, fields.start]
        batch.points.append(
            MetricPoint(
                name: context.name, unit: context.unit, kind: kind, service: context.service,
                environment: context.environment, labels: fields.attributes.labels.sorted(),
                stream: hashes.reduce(context.resource, StreamHash.combine), start: fields.start, time: fields.time,
                value: value))
    }
}

/// Why a point is refused while the others of its request are taken.
struct PointFault: Error {
    let reason: String
}
