import Configuration
import Conventions
import Domain
import Logging
import Storage
import Synchronization
import TestSupport

@testable import Collector

/// A queue of deliveries in a store of its own, and a service that empties it.
final class DeliveryScene {
    let directory: TemporaryDirectory
    let store: ControlStore
    let service: DeliveryService
    private let writer: StoreWriter
    private let recorded = Recorded()
    private var isStopped = false

    private final class Recorded: Sendable { let outcomes = Mutex<[DeliveryOutcome]>([]) }

    /// What became of notifications, in the order in which it was written down.
    var outcomes: [DeliveryOutcome] { recorded.outcomes.withLock { $0 } }

    init(
        _ receivers: [ReceiverSettings], in directory: TemporaryDirectory = TemporaryDirectory(),
        activeAlerts: @escaping @Sendable () -> [Alert]? = { nil }
    ) throws {
        self.directory = directory
        var options = StoreOptions()
        options.reserveBytes = 4_096
        options.leastFreeBytes = 0
        writer = try StoreWriter(
            directory: StoreDirectory(creating: directory.path + "/store"), resolver: Interpreter.resolve,
            pricer: { _, _ in nil }, options: options)
        store = try ControlStore(writer)
        let recorded = recorded
        service = DeliveryService(
            receivers, store: store, clock: SystemClock(),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            activeAlerts: activeAlerts, record: { outcome, _ in recorded.outcomes.withLock { $0.append(outcome) } })
    }

    deinit { stop() }

    func stop() {
        guard !isStopped else { return }
        isStopped = true
        service.stop()
        store.stop()
        writer.close()
    }

    func send(_ notification: AlertNotification) throws {
        try store.change { try $0.enqueue(notification, to: service.receivers(of: notification)) }
        service.wake()
    }

    func status(_ name: String) -> ReceiverStatus? { service.statuses.first { $0.name == name } }

    /// Writes a file that its owner alone may read, unless told otherwise.
    func file(_ name: String, _ text: String, mode: UInt32 = 0o600) -> String {
        TestReceiver.file(text, at: directory.path + "/" + name, mode: mode)
    }
}
