import NIOCore
import NIOPosix
import Synchronization

/// The threads on which commands are carried out: few, of their own, so that neither telemetry nor a slow directory of users holds
/// them up.
final class ControlWorkers: Sendable {
    private let threads = NIOThreadPool(numberOfThreads: 2)
    private let waiting = Atomic<Int>(0)
    /// Requests that may wait for a thread.
    private static let capacity = 64

    init() { threads.start() }

    /// Runs `work` and hands over what it answers, from some thread; refuses when too much waits.
    func run(_ work: @escaping @Sendable () -> Answer, whenDone: @escaping @Sendable (Answer) -> Void) {
        guard waiting.wrappingAdd(1, ordering: .relaxed).newValue <= Self.capacity else {
            waiting.wrappingSubtract(1, ordering: .relaxed)
            return whenDone(ControlFailure(Refusal.unavailable("too many commands are waiting")).answer)
        }
        threads.submit { [self] state in
            waiting.wrappingSubtract(1, ordering: .relaxed)
            whenDone(state == .active ? work() : ControlFailure(Refusal.stopping).answer)
        }
    }

    /// Who connected to `channel`.
    func peer(of channel: any Channel) -> EventLoopFuture<Peer> {
        PeerCredentials.read(channel).flatMap { [threads] credentials in
            threads.runIfActive(eventLoop: channel.eventLoop) { UserDirectory.peer(credentials) }
        }
    }

    /// Finishes what is being done and ends the threads.
    func stop() { try? threads.syncShutdownGracefully() }
}
