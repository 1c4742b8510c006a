import NIOCore
import NIOPosix

/// Listens on one address and furnishes the connections that come.
final class Listener: Sendable {
    /// The address and port that were bound; a port of 0 has become a real one.
    let address: SocketAddress
    private let channel: any Channel

    /// Binds `address` and begins to accept.
    ///
    /// - Parameter furnish: gives a new connection its handlers.
    /// - Throws: `IOError` when the address cannot be bound.
    init(
        address: SocketAddress, allowsHalfClosure: Bool, group: any EventLoopGroup,
        furnish: @escaping @Sendable (any Channel) throws -> Void
    ) throws {
        channel = try ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1_024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(AcceptPause()) }
            }
            .childChannelOption(.allowRemoteHalfClosure, value: allowsHalfClosure)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in channel.eventLoop.makeCompletedFuture { try furnish(channel) } }
            .bind(to: address).wait()
        guard let bound = channel.localAddress else { throw ChannelError.unknownLocalAddress }
        self.address = bound
    }

    /// Takes no further connection.
    func close() { try? channel.close().wait() }
}
