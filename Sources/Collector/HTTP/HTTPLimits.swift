import NIOCore

/// How much a client may send, and how long it may take over it. The times are absolute: a client that sends a byte now and
/// then gains nothing by it.
public struct HTTPLimits: Sendable {
    /// Bytes of the request line; beyond them 414.
    public var requestLine = 8 << 10
    /// Bytes of all headers together; beyond them 431.
    public var head = 64 << 10
    /// Number of headers; beyond it 431.
    public var fields = 100
    /// Bytes of a body, as sent and inflated; beyond them 413.
    public var body = 64 << 20
    /// Connections at one time; further ones are answered 503 and closed.
    public var connections = 10_000
    /// From the first byte of a request to the end of its headers.
    public var headTime = TimeAmount.seconds(10)
    /// From the end of the headers to the end of the body.
    public var bodyTime = TimeAmount.seconds(30)
    /// After this much of `bodyTime`, the body must have come at `bodyRate` or more.
    public var bodyGrace = TimeAmount.seconds(10)
    /// Bytes a second, on average.
    public var bodyRate = 1_024
    /// Between requests.
    public var idleTime = TimeAmount.seconds(60)
    /// From a request's last byte to the answer; then it is told to come again (503).
    public var storeTime = TimeAmount.seconds(5)
    /// For the client to take the answer.
    public var answerTime = TimeAmount.seconds(30)
    /// For the client to see our end of the connection before it is cut.
    public var lingerTime = TimeAmount.seconds(2)
    /// Bytes of a refused body that are read and thrown away, so that the client reads the answer before the connection ends.
    public var drained = 1 << 20

    /// The limits of a collector without configuration.
    public init() {}
}
