import Storage
import Wire

extension TelemetryDecoder {
    /// Stored bytes, read as they were when they came.
    static let wire = TelemetryDecoder(
        span: { OTLP.span(EncodedItem(message: $0, resource: $1, scope: $2)) },
        log: { OTLP.log(EncodedItem(message: $0, resource: $1, scope: $2)) })
}
