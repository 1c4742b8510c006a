import Domain
import Redaction
import Wire

/// What an export request turned out to hold.
enum Export {
    case telemetry(TelemetryBatch)
    case metrics(MetricBatch)
}

extension ExportRequest {
    /// What the body holds. The body is used up by it.
    ///
    /// - Parameters:
    ///   - limits: what one request may hold.
    ///   - redaction: what is taken out of it first.
    /// - Throws: why nothing of it is stored.
    func read(limits: WireLimits, redaction: RedactionPolicy) throws(WireError) -> Export {
        let bytes = try inflated(limits)
        switch (signal, format) {
        case (.traces, .protobuf):
            return .telemetry(
                try OTLP.traces(protobuf: bytes, limits: limits, reservation: reservation, redaction: redaction))
        case (.traces, .json):
            return .telemetry(
                try OTLP.traces(json: bytes, limits: limits, reservation: reservation, redaction: redaction))
        case (.logs, .protobuf):
            return .telemetry(
                try OTLP.logs(protobuf: bytes, limits: limits, reservation: reservation, redaction: redaction))
        case (.logs, .json):
            return .telemetry(
                try OTLP.logs(json: bytes, limits: limits, reservation: reservation, redaction: redaction))
        case (.metrics, .protobuf):
            return .metrics(try OTLP.metrics(protobuf: bytes, limits: limits, reservation: reservation))
        case (.metrics, .json): return .metrics(try OTLP.metrics(json: bytes, limits: limits, reservation: reservation))
        }
    }

    private func inflated(_ limits: WireLimits) throws(WireError) -> [UInt8] {
        guard isGzip else { return body.takeAll() }
        let inflater = Inflater(limit: limits.bytes, reservation: reservation)
        try body.take { (block) throws(WireError) in try inflater.write(block) }
        return try inflater.finish()
    }
}
