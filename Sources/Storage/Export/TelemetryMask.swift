/// How texts are masked before they leave the store. Whoever knows what may not be told provides it, so that this room knows neither the
/// rules nor OTLP.
public struct TelemetryMask: Sendable {
    /// A text without what may not be told.
    public var text: @Sendable (String) -> String
    /// A span without what may not be told; nil for damaged bytes.
    public var span: @Sendable (EncodedParts) -> EncodedParts?
    /// A log record without what may not be told; nil for damaged bytes.
    public var log: @Sendable (EncodedParts) -> EncodedParts?

    /// A mask of the given functions.
    public init(
        text: @escaping @Sendable (String) -> String, span: @escaping @Sendable (EncodedParts) -> EncodedParts?,
        log: @escaping @Sendable (EncodedParts) -> EncodedParts?
    ) {
        (self.text, self.span, self.log) = (text, span, log)
    }

    /// Changes nothing.
    static let none = TelemetryMask {
        $0
    } span: {
        $0
    } log: {
        $0
    }
}
