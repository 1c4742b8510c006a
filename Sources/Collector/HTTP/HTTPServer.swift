import NIOCore
import NIOHTTP1

/// Serves OTLP/HTTP on one address.
final class HTTPServer: Sendable {
    private let listener: Listener
    private let connections: ConnectionRegistry

    /// The address and port that were bound; a port of 0 has become a real one.
    var address: SocketAddress { listener.address }

    /// Binds `address` and begins to serve.
    ///
    /// - Throws: `IOError` when the address cannot be bound.
    init(
        address: SocketAddress, limits: HTTPLimits, service: HTTPService, connections: ConnectionRegistry,
        group: any EventLoopGroup
    ) throws {
        self.connections = connections
        listener = try Listener(address: address, allowsHalfClosure: true, group: group) { channel in
            try HTTPServer.furnish(channel, limits: limits, service: service, connections: connections)
        }
    }

    private static func furnish(
        _ channel: any Channel, limits: HTTPLimits, service: HTTPService, connections: ConnectionRegistry
    ) throws {
        let pipeline = channel.pipeline.syncOperations
        switch connections.add(channel) {
        case .served: break
        case .crowded: return try pipeline.addHandler(CrowdedHandler())
        case .closed: return channel.close(promise: nil)
        }
        // What the guard lets through is never too much here: a head within its limits, and later the trailers of a chunked body.
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = limits.requestLine + limits.head + ChunkScanner.overheadLimit
        decoding.maxHeaderListSize = decoding.maxHeaderFieldSize
        decoding.maxHeaderFieldCount = limits.fields + ChunkScanner.overheadLimit
        try pipeline.addHandlers([
            HTTPResponseEncoder(),
            ConnectionGuard(limits: limits),
            ByteToMessageHandler(
                HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoding)),
            RequestHandler(
                service: service, limits: limits, client: channel.remoteAddress?.ipAddress ?? "unknown"),
        ])
    }

    /// Takes no further connection, ends those that are idle and lets the others give the answers that they owe.
    ///
    /// - Returns: once every connection has ended, or after `patience`.
    func drain(patience: TimeAmount) {
        listener.close()
        connections.drain(patience: patience)
    }

    /// Drains, then cuts what is left.
    func stop(patience: TimeAmount) {
        drain(patience: patience)
        connections.cut()
    }
}
