/// The encoded OTLP messages that make a span or log record.
public struct EncodedParts: Sendable {
    /// The encoded `Span` or `LogRecord`.
    public var message: [UInt8]
    /// The encoded `Resource`.
    public var resource: [UInt8]
    /// The encoded `InstrumentationScope`.
    public var scope: [UInt8]

    /// The given messages.
    public init(message: [UInt8], resource: [UInt8], scope: [UInt8]) {
        (self.message, self.resource, self.scope) = (message, resource, scope)
    }
}
