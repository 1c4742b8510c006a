import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

/// Listens on one address and serves the connections that come.
final class HTTPServer: Sendable {
    /// The address and port that were bound; a port of 0 has become a real one.
    let address: SocketAddress
    private let listener: any Channel
    private let connections: ConnectionRegistry

    /// Binds `address` and begins to serve.
    ///
    /// - Throws: `IOError` when the address cannot be bound.
    init(address: SocketAddress, limits: HTTPLimits, service: HTTPService, group: any EventLoopGroup) throws {
        let connections = ConnectionRegistry(limit: limits.connections, metrics: service.metrics)
        listener = try ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(AcceptPause()) }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try HTTPServer.furnish(channel, limits: limits, service: service, connections: connections)
                }
            }
            .bind(to: address).wait()
        guard let bound = listener.localAddress else { throw ChannelError.unknownLocalAddress }
        self.address = bound
        self.connections = connections
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
        try? listener.close().wait()
        connections.drain(patience: patience)
    }

    /// Drains, then cuts what is left.
    func stop(patience: TimeAmount) {
        drain(patience: patience)
        connections.cut()
    }
}
