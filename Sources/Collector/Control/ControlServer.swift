import Domain
import NIOCore
import NIOHTTP1
import NIOPosix

/// Listens on the control socket. It has an event loop of its own: commands are taken while telemetry is more than can be served.
final class ControlServer: Sendable {
    private let file: ControlSocketFile
    private let listener: any Channel
    private let connections: ConnectionRegistry
    private let workers = ControlWorkers()
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    /// Binds the socket and begins to serve.
    ///
    /// - Throws: `IOError`, `ControlSocketFile.Failure`.
    init(file: ControlSocketFile, service: ControlService) throws {
        let (workers, limits) = (workers, Self.limits)
        let connections = ConnectionRegistry(limit: limits.connections, metrics: Metrics())
        let peers = PeerConnections(limit: limits.connections / 4)
        do {
            listener = try ServerBootstrap(group: group)
                .serverChannelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(AcceptPause())
                    }
                }
                .childChannelOption(.allowRemoteHalfClosure, value: true)
                .childChannelInitializer { channel in
                    guard case .served = connections.add(channel) else { return channel.close() }
                    return workers.peer(of: channel).flatMapThrowing { peer in
                        guard let user = peer.caller.userID, peers.add(channel, of: user) else {
                            return channel.close(promise: nil)
                        }
                        try Self.furnish(
                            channel, ControlHandler(peer: peer, service: service, workers: workers, limits: limits))
                    }
                }
                .bind(unixDomainSocketPath: file.path).wait()
        } catch {
            workers.stop()
            try? group.syncShutdownGracefully()
            throw error
        }
        (self.file, self.connections) = (file, connections)
        try file.open()
    }

    private static func furnish(_ channel: any Channel, _ handler: ControlHandler) throws {
        // What the guard lets through is never too much here: a head within its limits, and later the trailers of a chunked body.
        var decoding = NIOHTTPDecoderLimitConfiguration()
        decoding.maxHeaderFieldSize = limits.requestLine + limits.head + ChunkScanner.overheadLimit
        decoding.maxHeaderListSize = decoding.maxHeaderFieldSize
        decoding.maxHeaderFieldCount = limits.fields + ChunkScanner.overheadLimit
        try channel.pipeline.syncOperations.addHandlers([
            HTTPResponseEncoder(), ConnectionGuard(limits: limits),
            ByteToMessageHandler(HTTPRequestDecoder(leftOverBytesStrategy: .dropBytes, limitConfiguration: decoding)),
            handler,
        ])
    }

    /// As for telemetry, but people say less; each endpoint has a limit of its own.
    private static var limits: HTTPLimits {
        var limits = HTTPLimits()
        limits.body = ControlEndpoint.all.map(\.bodyLimit).max() ?? limits.body
        limits.connections = 256
        return limits
    }

    /// Takes no further command, gives the answers that are owed, and removes the socket.
    func stop() {
        try? listener.close().wait()
        connections.drain(patience: .seconds(1))
        workers.stop()
        connections.cut()
        try? group.syncShutdownGracefully()
        file.remove()
    }
}
