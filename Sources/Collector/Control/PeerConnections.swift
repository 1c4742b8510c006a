import NIOCore
import Synchronization

/// How many connections each user has, so that nobody can take those of the others.
final class PeerConnections: Sendable {
    private let limit: Int
    private let counts = Mutex<[UInt32: Int]>([:])

    /// - Parameter limit: connections that one user may have at a time.
    init(limit: Int) { self.limit = limit }

    /// Counts a connection of `user` until it closes; false when there are too many.
    func add(_ channel: any Channel, of user: UInt32) -> Bool {
        let isAdded = counts.withLock { counts in
            guard counts[user, default: 0] < limit else { return false }
            counts[user, default: 0] += 1
            return true
        }
        guard isAdded else { return false }
        channel.closeFuture.whenComplete { [self] _ in
            counts.withLock { counts in
                let left = (counts[user] ?? 1) - 1
                counts[user] = left > 0 ? left : nil
            }
        }
        return true
    }
}
