import Domain
import Glibc
import Storage
import Synchronization
import Wire

/// What several parts of a collector share.
final class CollectorState: Sendable {
    let metrics: Metrics
    let budget: DecodeBudget
    private let writer: StoreWriter
    private let started: Timestamp
    private let isStopping = Atomic<Bool>(false)
    private let sharedRules: Mutex<RequestRules>

    init(metrics: Metrics, writer: StoreWriter, budget: DecodeBudget, rules: RequestRules, started: Timestamp) {
        (self.metrics, self.writer, self.budget, self.started) = (metrics, writer, budget, started)
        sharedRules = Mutex(rules)
    }

    var rules: RequestRules { sharedRules.withLock { $0 } }

    func use(_ rules: RequestRules) { sharedRules.withLock { $0 = rules } }

    /// From now on no telemetry is taken.
    func stop() { isStopping.store(true, ordering: .relaxed) }

    /// What the servers ask.
    func service(
        receiver: Receiver, deliveries: DeliveryService, flags: FlagService, clock: any WallClock
    ) -> HTTPService {
        HTTPService(
            export: { receiver.receive($0, $1) },
            trouble: { [self] in isStopping.load(ordering: .relaxed) ? .stopping : nil },
            readiness: { [self] in readiness },
            metricsText: { [self] in
                metrics.text(writer: writer.statistics, budget: budget, process: ProcessFacts()) { text in
                    text.add(writer.callTotals)
                    deliveries.add(to: &text)
                    flags.add(to: &text)
                }
            },
            budget: budget, flags: flags, flagBudget: DecodeBudget(capacity: 16 << 20), rules: { [self] in rules },
            metrics: metrics, clock: clock)
    }

    func status(http: String, grpc: String?, at time: Timestamp) -> CollectorStatus {
        let statistics = writer.statistics
        return CollectorStatus(
            processID: getpid(), http: http, grpc: grpc, started: started, written: time, behind: statistics.behind,
            receivedSpans: metrics.received.value(.traces), storedSpans: statistics.stored,
            rejected: metrics.rejectedItems.value, trouble: statistics.trouble?.description,
            redactions: metrics.redactions.counts)
    }

    private var readiness: Refusal? {
        if isStopping.load(ordering: .relaxed) { return .stopping }
        return writer.statistics.trouble == nil ? nil : .unavailable("the store does not take telemetry at present")
    }
}
