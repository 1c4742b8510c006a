import NIOCore

/// How much a client of gRPC may ask of HTTP/2, beside what `HTTPLimits` says of bodies and times.
struct GRPCLimits: Sendable {
    /// Calls at one time on one connection.
    var streams = 100
    /// Bytes of the headers of one call, with 32 for each (RFC 9113, 6.5.2); CONTINUATION frames count together.
    var headerList = 16 << 10
    /// CONTINUATION frames of the headers of one call.
    var continuations = 5
    /// Bytes on the way to us that we have not asked for again, for each call and for the connection.
    var window = 1 << 20
    /// Bytes of one frame.
    var frame = 64 << 10
    /// Calls that a client may reset, calls that break the rules of HTTP/2, and frames of the kinds PING, SETTINGS and
    /// PRIORITY, each in `rateTime`.
    var resets = 100
    var rateTime = TimeAmount.seconds(10)
    /// Pings closer together than `pingTime` that are borne between two answers.
    var pings = 10
    var pingTime = TimeAmount.seconds(10)
    /// WINDOW_UPDATE frames that are borne between two answers.
    var windowUpdates = 10_000
    /// Without a call; then the client is told to leave.
    var idleTime = TimeAmount.minutes(2)
    /// Of a connection, give or take a tenth, so that clients that came together do not come back together.
    var age = TimeAmount.hours(1)
    /// For calls to end after the client was told to leave.
    var graceTime = TimeAmount.seconds(30)
}
