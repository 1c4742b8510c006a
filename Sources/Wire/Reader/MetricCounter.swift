import Domain

/// Walks an `ExportMetricsServiceRequest` down to its data points (opentelemetry/proto/metrics/v1/metrics.proto). Their fields
/// are checked to be fields, not for what they say.
struct MetricCounter {
    private(set) var counts = MetricCounts()

    mutating func request(_ message: Cursor) throws(WireFault) {
        // ExportMetricsServiceRequest 1 resource_metrics, ResourceMetrics 2 scope_metrics, ScopeMetrics 2 metrics
        try descend(message, [1, 2, 2])
    }

    private mutating func descend(_ message: Cursor, _ fields: ArraySlice<UInt32>) throws(WireFault) {
        guard let field = fields.first else { return try metric(message) }
        var message = message
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (field, .bytes): try descend(try message.message(), fields.dropFirst())
            default: try message.skip(tag)
            }
        }
    }

    private mutating func metric(_ message: Cursor) throws(WireFault) {
        counts.metrics += 1
        var message = message
        var kind: UInt32 = 0
        var points = 0
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            // Gauge, Sum, Histogram, ExponentialHistogram, Summary: of several the last counts, pieces of one are joined.
            case (5, .bytes), (7, .bytes), (9, .bytes), (10, .bytes), (11, .bytes):
                if kind != tag.field { points = 0 }
                kind = tag.field
                points += try dataPoints(try message.message())
            default: try message.skip(tag)
            }
        }
        counts.dataPoints += points
    }

    private func dataPoints(_ message: Cursor) throws(WireFault) -> Int {
        var message = message
        var count = 0
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                count += 1
                var point = try message.message()
                while let tag = try point.next() { try point.skip(tag) }
            default: try message.skip(tag)
            }
        }
        return count
    }
}
