import Domain

/// Reads an `ExportMetricsServiceRequest` (opentelemetry/proto/metrics/v1/metrics.proto) into data points. Of metrics that are not
/// kept only the points are counted. Protobuf lets fields come in any order, so what points depend on is looked for first.
struct MetricReader {
    let bytes: UnsafeRawBufferPointer
    let limits: WireLimits
    private let reservation: DecodeReservation?
    var batch = MetricBatch()

    init(bytes: UnsafeRawBufferPointer, limits: WireLimits, reservation: DecodeReservation?) {
        (self.bytes, self.limits, self.reservation) = (bytes, limits, reservation)
    }

    /// What the points of a metric have in common.
    struct Context {
        var resource: UInt64 = 0
        var scope: UInt64 = 0
        var service = "unknown"
        var environment = "default"
        var name = ""
        var unit = ""
        /// OTLP's number: 1 delta, 2 cumulative.
        var temporality: UInt64 = 0
        var isMonotonic = false
        var isDifference: Bool { temporality == 1 }
    }

    /// Reads a whole request.
    mutating func request(_ message: Cursor) throws(WireFault) {
        try forEach(1, in: message) { (reader, resource) throws(WireFault) in
            var context = try reader.context(of: resource)
            try reader.forEach(2, in: resource) { (reader, scope) throws(WireFault) in
                context.scope = try reader.hash(of: 1, in: scope)
                try reader.forEach(2, in: scope) { (reader, metric) throws(WireFault) in
                    try reader.metric(metric, context)
                }
            }
        }
    }

    /// Calls `body` with every message in `field`.
    mutating func forEach(
        _ field: UInt32, in message: Cursor, _ body: (inout MetricReader, Cursor) throws(WireFault) -> Void
    ) throws(WireFault) {
        var message = message
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (field, .bytes): try body(&self, try message.message())
            default: try message.skip(tag)
            }
        }
    }

    private func context(of resource: Cursor) throws(WireFault) -> Context {
        var attributes = MetricAttributes { MetricReader.resourceKeys.contains($0) }
        var message = resource
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (1, .bytes):
                var resource = try message.message()
                while let tag = try resource.next() {
                    switch (tag.field, tag.type) {
                    case (1, .bytes): try attributes.add(try resource.message(), of: bytes)
                    default: try resource.skip(tag)
                    }
                }
            default: try message.skip(tag)
            }
        }
        var context = Context(resource: attributes.hash)
        let service = attributes["service.name"] ?? ""
        if !service.isEmpty { context.service = service }
        let environment = attributes["deployment.environment.name"] ?? attributes["deployment.environment"] ?? ""
        if !environment.isEmpty { context.environment = environment }
        return context
    }

    private static let resourceKeys: Set<String> = [
        "service.name", "deployment.environment.name", "deployment.environment",
    ]

    /// A number that stands for the bytes of `field`.
    private func hash(of field: UInt32, in message: Cursor) throws(WireFault) -> UInt64 {
        var message = message
        var hash: UInt64 = 0
        while let tag = try message.next() {
            switch (tag.field, tag.type) {
            case (field, .bytes):
                let piece = try message.bytes()
                hash = StreamHash.combine(hash, StreamHash.of(UnsafeRawBufferPointer(rebasing: bytes[piece.range])))
            default: try message.skip(tag)
            }
        }
        return hash
    }

    /// Takes memory for what comes next.
    func take(_ count: Int, at offset: Int) throws(WireFault) {
        guard reservation?.tryTake(count) ?? true else { throw WireFault(reason: .busy, offset: offset) }
    }

    /// Fails when the request holds as many points as it may.
    func checkPoints(at offset: Int) throws(WireFault) {
        guard batch.points.count + (batch.rejected?.count ?? 0) < limits.items else {
            throw WireFault(reason: .manyItems, offset: offset)
        }
    }
}
