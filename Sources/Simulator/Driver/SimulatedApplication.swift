import Domain
import Synchronization

/// The simulated company at work: sends what its services report to a collector, and nothing else.
///
/// Runs on the threads that call it: first `fillHistory`, then `run`; `stop` may be called from any other.
public final class SimulatedApplication: Sendable {
    /// What the application is like, where it matters less.
    public struct Options: Sendable {
        /// Questions a second, on average over a day.
        public var rate = 10.0
        /// How much faster than the real one the telemetry's time runs.
        public var speed = 1.0
        /// How far the history goes back.
        public var historyLength = Nanoseconds.hours(24)
        /// How many spans it has at most.
        public var historySpans = 300_000

        /// The usual ones.
        public init() {}
    }

    /// The time that its telemetry shows. At a speed other than 1, whoever looks at the telemetry needs this clock, too.
    public let clock: TelemetryClock

    private static let spansPerRequest = 1024
    private static let reportsPerRequest = 256
    private let plan: HistoryPlan
    private let exporter: Exporter
    private let stopSignal = StopSignal()
    private let feed: Mutex<Feed>
    private let server: Mutex<ModelServer>
    private let progress = Mutex(ExportProgress())

    /// Creates an application.
    ///
    /// - Parameters:
    ///   - endpoint: URL of the collector without a path, such as `http://127.0.0.1:4318`.
    ///   - now: The moment at which the history ends and the live telemetry begins; it must not lie in the future.
    public init(
        endpoint: String, scenario: Scenario, seed: UInt64, data: SampleData, now: Timestamp,
        options: Options = Options()
    ) {
        let expected = Workload(scenario: scenario, seed: seed, rate: options.rate, data: data, epoch: now)
        let plan = HistoryPlan(
            now: now, length: options.historyLength, budget: options.historySpans,
            spansPerSecond: expected.expectedSpansPerSecond)
        let workload = Workload(
            scenario: scenario, seed: seed, rate: options.rate, data: data, epoch: now, density: plan.density)
        self.plan = plan
        feed = Mutex(Feed(workload, from: now.advanced(by: -options.historyLength)))
        server = Mutex(
            ModelServer(scenario: scenario, seed: seed, epoch: now, from: now.advanced(by: -options.historyLength)))
        exporter = Exporter(endpoint: endpoint, stop: stopSignal)
        clock = TelemetryClock(beginning: now, speed: options.speed)
    }

    /// Sends the history, oldest first, as fast as the collector takes it. Blocks until it is there.
    public func fillHistory(_ report: (ExportProgress) -> Void = { _ in }) throws(ExportError) {
        var onTheWay: Exporter.Delivery?
        var from = feed.withLock { $0.moment }
        while from < plan.now {
            let to = min(from.advanced(by: plan.step(at: from)), plan.now)
            let batch = feed.withLock { $0.batch(until: to) }
            for delivery in deliveries(batch) + reports(until: to, every: .minutes(1)) {
                // The next request is made while this one is under way, but sent only when it has been acknowledged.
                if let onTheWay { try settle(onTheWay) }
                onTheWay = delivery()
            }
            if stopSignal.isStopped { throw .stopped }
            progress.withLock { $0.history = 1 - plan.now.since(to).seconds / max(plan.length.seconds, 1) }
            report(progress.withLock { $0 })
            from = to
        }
        if let onTheWay { try settle(onTheWay) }
        report(progress.withLock { $0 })
    }

    /// Sends what happens, once a second, until `stop`. A batch that cannot be sent is given up, as an SDK does, and counted.
    public func run(_ report: (ExportProgress) -> Void = { _ in }) {
        while !stopSignal.isStopped {
            let now = clock.now()
            let batch = feed.withLock { $0.batch(until: now) }
            for delivery in deliveries(batch) + reports(until: now, every: .seconds(5)) {
                do throws(ExportError) {
                    try settle(delivery())
                } catch .stopped {
                    return
                } catch {
                    progress.withLock {
                        $0.failures += 1
                        $0.lastFailure = error
                    }
                }
            }
            report(progress.withLock { $0 })
            if stopSignal.wait(.seconds(1)) { return }
        }
    }

    /// Ends `fillHistory` and `run` at once, also what they have on the way.
    public func stop() {
        stopSignal.stop()
        exporter.close()
    }

    /// The requests of a batch, each made when it is asked for.
    private func deliveries(_ batch: Feed.Batch) -> [() -> Exporter.Delivery] {
        let spans = batch.spans.slices(of: Self.spansPerRequest).map { slice in { self.exporter.start(slice) } }
        let verdicts = batch.verdicts.slices(of: Self.spansPerRequest).map { slice in { self.exporter.start(slice) } }
        return spans + verdicts
    }

    /// The request with what the model server says, when it says something.
    private func reports(until time: Timestamp, every interval: Nanoseconds) -> [() -> Exporter.Delivery] {
        let reports = server.withLock { $0.reports(until: time, every: interval) }
        return reports.slices(of: Self.reportsPerRequest).map { slice in { self.exporter.start(slice) } }
    }

    private func settle(_ delivery: Exporter.Delivery) throws(ExportError) {
        try exporter.finish(delivery)
        progress.withLock {
            $0.spans += delivery.spans
            $0.verdicts += delivery.verdicts
        }
    }
}

extension Array {
    fileprivate func slices(of count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
    }
}
