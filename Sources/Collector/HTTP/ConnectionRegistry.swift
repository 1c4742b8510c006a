import Glibc
import NIOCore
import Synchronization

/// The connections that are open, counted against their limit and known by name so that they can be told to end.
final class ConnectionRegistry: Sendable {
    private let limit: Int
    private let metrics: Metrics
    private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

    init(limit: Int, metrics: Metrics) { (self.limit, self.metrics) = (limit, metrics) }

    /// Adds a new connection until it closes; false when there are too many.
    func add(_ channel: any Channel) -> Bool {
        let name = ObjectIdentifier(channel)
        let isAdded = channels.withLock { channels in
            guard channels.count < limit else { return false }
            channels[name] = channel
            return true
        }
        guard isAdded else {
            metrics.refusedConnections.add()
            return false
        }
        metrics.connections.add(1)
        channel.closeFuture.whenComplete { [self] _ in
            channels.withLock { _ = $0.removeValue(forKey: name) }
            metrics.connections.add(-1)
        }
        return true
    }

    /// Tells all connections to end, and returns when they have; those that have not after `patience` are cut.
    func drain(patience: TimeAmount) {
        let deadline = NIODeadline.now() + patience
        for channel in present { channel.pipeline.fireUserInboundEventTriggered(StopServing()) }
        while !present.isEmpty, .now() < deadline { usleep(5_000) }
        for channel in present { channel.close(promise: nil) }
    }

    private var present: [any Channel] { channels.withLock { Array($0.values) } }
}
