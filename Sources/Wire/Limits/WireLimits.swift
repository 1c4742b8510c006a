/// How much one request, and one span in it, may hold. Beyond the limits of a request it is refused (413); what exceeds
/// the limits of a span is cut, and the span stored.
public struct WireLimits: Sendable {
    /// Bytes of a request, inflated.
    public var bytes = 64 << 20
    /// Spans, log records or data points of a request.
    public var items = 50_000
    /// Resources of one service that carry items of a request. Services may be as many as there are items: their number
    /// is a matter of cardinality, not of size.
    public var resourcesPerService = 1_000
    /// Attributes, elements of arrays, events and links of a request, together. Empty ones cost two bytes to send and
    /// twenty-four to hold; this bounds what they take to about a hundred megabytes, twice as much while an array grows.
    public var records = 4 << 20
    /// Attributes of one span, event, link, resource, scope or log record.
    public var attributes = 1_024
    /// Bytes of an attribute's key.
    public var key = 256
    /// Bytes of an attribute's value.
    public var value = 64 << 10
    /// Bytes of the value of an attribute that holds prompts, answers or documents, and of a log record's body.
    public var content = 1 << 20
    /// Events of one span.
    public var events = 256
    /// Links of one span.
    public var links = 256

    /// The limits of a daemon without configuration.
    public init() {}
}
