import Domain

/// How stored bytes become spans and log records again. The reader of the wire format provides it, so that this room knows nothing of
/// OTLP.
public struct TelemetryDecoder: Sendable {
    /// The span that the encoded OTLP messages `Span`, `Resource` and `InstrumentationScope` make; nil for damaged bytes.
    public var span: @Sendable (_ span: [UInt8], _ resource: [UInt8], _ scope: [UInt8]) -> Span?
    /// The log record that the encoded OTLP messages `LogRecord`, `Resource` and `InstrumentationScope` make; nil for damaged bytes.
    public var log: @Sendable (_ log: [UInt8], _ resource: [UInt8], _ scope: [UInt8]) -> LogRecord?

    /// A decoder of the given functions.
    public init(
        span: @escaping @Sendable ([UInt8], [UInt8], [UInt8]) -> Span?,
        log: @escaping @Sendable ([UInt8], [UInt8], [UInt8]) -> LogRecord?
    ) {
        (self.span, self.log) = (span, log)
    }
}
