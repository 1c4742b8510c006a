import Glibc
import NIOCore
import Synchronization

/// The connections that are open, counted against their limit and known by name so that they can be told to end.
final class ConnectionRegistry: Sendable {
    /// What becomes of a new connection.
    enum Admission {
        case served
        /// There are too many: it is told so and ended.
        case crowded
        /// There are even too many to be told: it is closed at once.
        case closed
    }

    /// Connections beyond the limit that may be told so at one time.
    static let crowdLimit = 16

    private let limit: Int
    private let metrics: Metrics
    private let crowd = Atomic<Int>(0)
    private let channels = Mutex<[ObjectIdentifier: any Channel]>([:])

    init(limit: Int, metrics: Metrics) { (self.limit, self.metrics) = (limit, metrics) }

    /// Adds a new connection until it closes.
    func add(_ channel: any Channel) -> Admission {
        let name = ObjectIdentifier(channel)
        let isAdded = channels.withLock { channels in
            guard channels.count < limit else { return false }
            channels[name] = channel
            return true
        }
        guard isAdded else {
            metrics.refusedConnections.add()
            return joinCrowd(channel)
        }
        metrics.connections.add(1)
        channel.closeFuture.whenComplete { [self] _ in
            channels.withLock { _ = $0.removeValue(forKey: name) }
            metrics.connections.add(-1)
        }
        return .served
    }

    private func joinCrowd(_ channel: any Channel) -> Admission {
        guard crowd.wrappingAdd(1, ordering: .relaxed).newValue <= ConnectionRegistry.crowdLimit else {
            crowd.wrappingSubtract(1, ordering: .relaxed)
            return .closed
        }
        channel.closeFuture.whenComplete { [self] _ in crowd.wrappingSubtract(1, ordering: .relaxed) }
        return .crowded
    }

    /// Tells all connections to end, and returns when they have, or after `patience`.
    func drain(patience: TimeAmount) {
        let deadline = NIODeadline.now() + patience
        for channel in present { channel.pipeline.fireUserInboundEventTriggered(StopServing()) }
        while !present.isEmpty, .now() < deadline { usleep(5_000) }
    }

    /// Ends all connections at once.
    func cut() {
        for channel in present { channel.close(promise: nil) }
    }

    private var present: [any Channel] { channels.withLock { Array($0.values) } }
}
