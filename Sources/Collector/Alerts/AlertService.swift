import Control
import Domain
import Logging
import NIOCore
import Storage
import Synchronization

/// Looks at the rules every few seconds, keeps what becomes of alerts, and has it told. Telemetry never waits for it: it reads the store as
/// the console does, on a thread of its own.
final class AlertService: Sendable {
    private let store: ControlStore
    private let eyes: Mutex<Eyes>
    private let rules: Mutex<[AlertRule]>
    private let deliveries: DeliveryService
    private let clock: any WallClock
    private let logger: Logger
    private let ticker: Mutex<Ticker?>

    /// What looks, and at what.
    private struct Eyes {
        let reader: StoreReader
        var evaluator = AlertEvaluator()
    }

    /// - Parameter reader: reads the store that `store` belongs to, and nobody else uses it.
    init(
        _ rules: [AlertRule], store: ControlStore, reader: sending StoreReader, deliveries: DeliveryService,
        clock: any WallClock, logger: Logger
    ) {
        self.rules = Mutex(rules)
        eyes = Mutex(Eyes(reader: reader))
        (self.store, self.deliveries, self.clock, self.logger) = (store, deliveries, clock, logger)
        ticker = Mutex(nil)
    }

    /// Looks at the rules from now on.
    func start(on eventLoop: any EventLoop) {
        let interval = TimeAmount.nanoseconds(AlertLifeCycle.interval.count)
        let started = Ticker(every: interval, on: eventLoop) { [weak self] in self?.look() }
        ticker.withLock { $0 = started }
    }

    /// Looks at other rules from the next time on.
    func use(_ rules: [AlertRule]) { self.rules.withLock { $0 = rules } }

    /// Returns when nothing is looked at any more.
    func stop() { ticker.withLock { $0.take() }?.stop() }

    /// Looks at all rules once.
    func look() {
        let time = clock.now()
        let rules = rules.withLock { $0 }
        let evaluations = eyes.withLock { $0.evaluator.evaluate(rules, in: $0.reader, at: time) }
        do {
            let receivers = deliveries.statuses
            let isAnyoneTold = try store.change {
                try $0.advanceAlerts(evaluations, receivers, telling: deliveries, at: time)
            }
            if isAnyoneTold { deliveries.wake() }
        } catch {
            logger.warning("alerts are not kept", metadata: ["error": "\(error)"])
        }
    }
}
