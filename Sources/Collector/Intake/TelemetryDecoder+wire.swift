import Storage
import Wire

extension TelemetryDecoder {
    /// Stored bytes are read by the reader that read them when they came.
    public static let wire = TelemetryDecoder(
        span: { OTLP.span(EncodedItem(message: $0, resource: $1, scope: $2)) },
        log: { OTLP.log(EncodedItem(message: $0, resource: $1, scope: $2)) })
}
