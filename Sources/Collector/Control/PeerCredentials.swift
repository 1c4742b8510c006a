import Glibc
import NIOCore

/// What the kernel says of the process that connected (`SO_PEERCRED`, `unix(7)`): who it was when it did. Nothing of it can be
/// claimed by the process.
struct PeerCredentials: Sendable {
    // The fields of `struct ucred`, in its order.
    private(set) var processID: Int32 = 0
    private(set) var userID: UInt32 = 0
    private(set) var groupID: UInt32 = 0

    /// Asks the kernel who is at the other end of `channel`.
    static func read(_ channel: any Channel) -> EventLoopFuture<PeerCredentials> {
        guard let provider = channel as? any SocketOptionProvider else {
            return channel.eventLoop.makeFailedFuture(ChannelError.operationUnsupported)
        }
        return provider.unsafeGetSocketOption(level: .socket, name: .init(rawValue: SO_PEERCRED))
    }
}
