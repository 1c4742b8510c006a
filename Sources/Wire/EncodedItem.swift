/// A span or log record as the store keeps it: three encoded messages that a `TelemetryBatch` once handed out.
public struct EncodedItem: Sendable {
    /// The encoded `Span` or `LogRecord`.
    public var message: [UInt8]
    /// The encoded `Resource`.
    public var resource: [UInt8]
    /// The encoded `InstrumentationScope`.
    public var scope: [UInt8]

    /// An item of the given messages.
    public init(message: [UInt8], resource: [UInt8], scope: [UInt8]) {
        (self.message, self.resource, self.scope) = (message, resource, scope)
    }
}
