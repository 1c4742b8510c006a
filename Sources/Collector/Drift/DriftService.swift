import Domain
import Logging
import NIOCore
import Storage
import Synchronization

/// Looks for drift every ten seconds. Telemetry never waits for it: it reads what is stored, on a thread of its own, and whatever goes
/// wrong with it is said in the log and tried again.
final class DriftService: Sendable {
    private let watcher: Mutex<DriftWatcher?>
    private let clock: any WallClock
    private let logger: Logger
    private let ticker: Mutex<Ticker?>
    private let trouble = Mutex<String?>(nil)

    /// - Parameter watcher: makes what looks; nobody else uses it.
    init(clock: any WallClock, logger: Logger, watcher make: () throws(StoreError) -> sending DriftWatcher) {
        (self.clock, self.logger) = (clock, logger)
        ticker = Mutex(nil)
        do throws(StoreError) {
            watcher = Mutex(try make())
        } catch {
            watcher = Mutex(nil)
            logger.error("drift is not watched: \(error)")
        }
    }

    /// Looks from now on.
    func start(on eventLoop: any EventLoop) {
        let started = Ticker(every: .seconds(10), on: eventLoop) { [weak self] in self?.look() }
        ticker.withLock { $0 = started }
    }

    /// Returns when nothing is looked at any more.
    func stop() {
        ticker.withLock { $0.take() }?.stop()
        watcher.withLock { watcher in
            watcher?.close()
            watcher = nil
        }
    }

    /// Looks once.
    func look() {
        do {
            try watcher.withLock { try $0?.look(at: clock.now()) }
            trouble.withLock { $0 = nil }
        } catch {
            let text = "\(error)"
            let isNew = trouble.withLock { known in
                defer { known = text }
                return known != text
            }
            if isNew { logger.warning("drift could not be looked at", metadata: ["error": "\(text)"]) }
        }
    }
}
