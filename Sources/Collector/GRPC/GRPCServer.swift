import NIOCore
import NIOHTTP2

/// Serves OTLP/gRPC on one address.
final class GRPCServer: Sendable {
    private let listener: Listener

    /// The address and port that were bound; a port of 0 has become a real one.
    var address: SocketAddress { listener.address }

    /// Binds `address` and begins to serve.
    ///
    /// - Throws: `IOError` when the address cannot be bound.
    init(
        address: SocketAddress, limits: GRPCLimits, httpLimits: HTTPLimits, service: HTTPService,
        connections: ConnectionRegistry, group: any EventLoopGroup
    ) throws {
        listener = try Listener(address: address, allowsHalfClosure: false, group: group) { channel in
            // A client of gRPC that is refused comes again by itself, without being told.
            guard case .served = connections.add(channel) else { return channel.close(promise: nil) }
            let watch = GoAwayWatch()
            try channel.pipeline.syncOperations.addHandlers([
                LingeringClose(httpLimits),
                GRPCServer.codec(limits, watch),
                GRPCConnection(
                    service: service, limits: limits, httpLimits: httpLimits, watch: watch,
                    client: channel.remoteAddress?.ipAddress ?? "unknown"),
            ])
        }
    }

    /// Takes no further connection. Those that are open end with the registry.
    func close() { listener.close() }

    private static func codec(_ limits: GRPCLimits, _ watch: GoAwayWatch) -> NIOHTTP2Handler {
        var connection = NIOHTTP2Handler.ConnectionConfiguration()
        connection.initialSettings = [
            HTTP2Setting(parameter: .maxConcurrentStreams, value: limits.streams),
            HTTP2Setting(parameter: .maxHeaderListSize, value: limits.headerList),
            HTTP2Setting(parameter: .initialWindowSize, value: limits.window),
            HTTP2Setting(parameter: .maxFrameSize, value: limits.frame),
        ]
        connection.maximumSequentialContinuationFrames = limits.continuations
        // Frames that come for calls which were answered early are ignored as long as the call is remembered.
        connection.maximumRecentlyResetStreams = 2 * limits.streams
        connection.controlFrameRateLimit.maximumCount = limits.resets
        connection.controlFrameRateLimit.windowLength = limits.rateTime
        var stream = NIOHTTP2Handler.StreamConfiguration()
        stream.streamResetFrameRateLimit.maximumCount = limits.resets
        stream.streamResetFrameRateLimit.windowLength = limits.rateTime
        stream.streamErrorRateLimit.maximumCount = limits.resets
        stream.streamErrorRateLimit.windowLength = limits.rateTime
        return NIOHTTP2Handler(
            mode: .server, frameDelegate: watch, connectionConfiguration: connection, streamConfiguration: stream)
    }
}
