import Domain
import Logging
import NIOCore
import Synchronization

/// Keeps exposures: many of them in one transaction, a moment after they were decided, while answers go on. An exposure that a killed
/// collector had not kept yet makes its unit count for neither side.
final class ExposureRecorder: Sendable {
    /// Exposures that may wait; beyond it nothing is decided that could not be recorded.
    static let capacity = 65_536
    /// Exposures that are remembered so that a unit that asks again is not written again.
    private static let remembered = 262_144
    /// How long an exposure waits at most while the disk works.
    static let interval = TimeAmount.milliseconds(100)

    /// What makes an exposure the same as another: the time does not.
    private struct Identity: Hashable {
        let rollout: RolloutID
        let unit: UnitKey
        let step: Int
        let epoch: Int
    }

    private struct Queue {
        var waiting: [Exposure] = []
        var known: Set<Identity> = []
    }

    private let queue = Mutex(Queue())
    private let keep: @Sendable ([Exposure]) throws -> Void
    private let logger: Logger
    private let ticker = Mutex<Ticker?>(nil)

    /// - Parameter keep: makes exposures durable; those that are kept already change nothing.
    init(logger: Logger, keep: @escaping @Sendable ([Exposure]) throws -> Void) {
        (self.logger, self.keep) = (logger, keep)
    }

    /// Exposures that are not durable yet.
    var waiting: Int { queue.withLock { $0.waiting.count } }

    /// Keeps what is recorded from now on.
    func start(on eventLoop: any EventLoop) {
        let started = Ticker(every: Self.interval, on: eventLoop) { [weak self] in self?.flush() }
        ticker.withLock { $0 = started }
    }

    /// Returns when everything recorded was kept, or cannot be.
    func stop() {
        ticker.withLock { $0.take() }?.stop()
        flush()
    }

    /// Has an exposure kept.
    ///
    /// - Returns: false when it cannot be, because too many wait; then nobody is to be told what it decides.
    func record(_ exposure: Exposure) -> Bool {
        let identity = Identity(
            rollout: exposure.rollout, unit: exposure.unit, step: exposure.step, epoch: exposure.epoch)
        return queue.withLock { queue in
            if queue.known.contains(identity) { return true }
            guard queue.waiting.count < Self.capacity else { return false }
            if queue.known.count >= Self.remembered { queue.known.removeAll(keepingCapacity: true) }
            queue.known.insert(identity)
            queue.waiting.append(exposure)
            return true
        }
    }

    /// Keeps what waits. To be called by one thread at a time.
    func flush() {
        let batch = queue.withLock { $0.waiting }
        guard !batch.isEmpty else { return }
        do {
            try keep(batch)
            queue.withLock { $0.waiting.removeFirst(batch.count) }
        } catch {
            logger.warning("exposures are not kept yet", metadata: ["waiting": "\(batch.count)", "error": "\(error)"])
        }
    }
}
