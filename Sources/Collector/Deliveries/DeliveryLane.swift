import Configuration
import Dispatch
import Domain
import Logging
import NIOPosix
import Storage
import Synchronization

/// Delivers to one receiver, one notification after the other in their order, on a thread of its own: a receiver that hangs holds up
/// nobody else.
final class DeliveryLane: Sendable {
    let settings: ReceiverSettings
    private let channel: any DeliveryChannel
    private let setting: DeliverySetting
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let woken = DispatchSemaphore(value: 0)
    private let isStopped = Atomic<Bool>(false)
    /// As the lane saw it last, so that nobody who asks has to wait for the store.
    private let seen: Mutex<ReceiverStatus>

    init(_ settings: ReceiverSettings, channel: any DeliveryChannel, setting: DeliverySetting) {
        (self.settings, self.channel, self.setting) = (settings, channel, setting)
        seen = Mutex(ReceiverStatus(name: settings.name, kind: settings.channel.kind))
        thread.start()
        thread.submit { [self] state in if state == .active { run() } }
    }

    /// Says that there may be something to deliver.
    func wake() { woken.signal() }

    /// Ends what is under way, which a later process does again. Returns when it does nothing any more.
    func stop() {
        isStopped.store(true, ordering: .relaxed)
        channel.close()
        woken.signal()
        try? thread.syncShutdownGracefully()
    }

    /// How it goes.
    var status: ReceiverStatus {
        var status = seen.withLock { $0 }
        if let end = status.pausedUntil, end <= setting.clock.now() { status.pausedUntil = nil }
        return status
    }

    /// Tells the receiver something beside the queue, once.
    func test(timeout: Duration) throws(DeliveryFailure) {
        let notification = AlertNotification.test(of: settings.name, at: setting.clock.now())
        try channel.deliver(Delivery(unqueued: notification, to: settings.name), timeout: timeout)
    }

    private func run() {
        do throws(DeliveryFailure) { try channel.check() } catch {
            setting.logger.warning("a receiver of alerts cannot be told", metadata: metadata(error))
        }
        var plan = DeliveryPlan()
        var nextRepetition = ContinuousClock.now
        while !isStopped.load(ordering: .relaxed) {
            let now = ContinuousClock.now
            var next = now + .seconds(3_600)
            do {
                try look(plan, at: now)
                if let delivery = try setting.store.nextDelivery(to: settings.name) {
                    let due = plan.due(delivery, at: now, setting.clock.now())
                    if due <= now {
                        try deliver(delivery, &plan)
                        continue
                    }
                    next = due
                }
                if let repeating = channel as? any RepeatingChannel {
                    if nextRepetition <= now, plan.circuit.openUntil ?? now <= now {
                        nextRepetition = now + Self.repetition
                        try `repeat`(by: repeating, &plan)
                    }
                    next = min(next, max(nextRepetition, plan.circuit.openUntil ?? nextRepetition))
                }
            } catch {
                // The disk is full or broken: what is queued can wait, and is not said twice without need.
                next = now + .seconds(5)
            }
            wait(until: next)
        }
    }

    private func wait(until deadline: ContinuousClock.Instant) {
        let length = max(ContinuousClock.now.duration(to: deadline), .zero)
        let (seconds, attoseconds) = length.components
        let nanoseconds = Int(clamping: min(seconds, 86_400) * 1_000_000_000 + attoseconds / 1_000_000_000)
        _ = woken.wait(timeout: .now() + .nanoseconds(nanoseconds + 1))
    }

    private func deliver(_ delivery: Delivery, _ plan: inout DeliveryPlan) throws {
        do throws(DeliveryFailure) {
            try channel.deliver(delivery, timeout: Self.timeout)
        } catch {
            return try failed(delivery, error, &plan)
        }
        plan.succeeded()
        setting.counts.add(.delivered, settings.name)
        let told = channel is any RepeatingChannel ? try setting.store.told(settings.name) : nil
        try setting.store.change { transaction in
            try transaction.finish(delivery)
            if let told { try transaction.keepTold(delivery.notification.told(after: told), to: settings.name) }
            try setting.record(outcome(delivery, nil, transaction.time), transaction)
        }
    }

    private func failed(_ delivery: Delivery, _ failure: DeliveryFailure, _ plan: inout DeliveryPlan) throws {
        guard !failure.isInterruption else { return }
        setting.logger.warning("a notification was not delivered", metadata: metadata(failure))
        setting.counts.add(.failed, settings.name)
        let now = ContinuousClock.now
        let pause = plan.failed(delivery, failure, at: now, chance: .random(in: 0...1))
        if pause == nil { setting.counts.add(.lost, settings.name) }
        try setting.store.change { transaction in
            let next = pause.map { transaction.time.advanced(by: Nanoseconds($0)) }
            try transaction.fail(delivery, failure.description, next: next)
            if pause == nil {
                let trouble = "\(failure), after \(RetryPause.attempts) attempts"
                try setting.record(outcome(delivery, trouble, transaction.time), transaction)
            }
        }
    }

    /// Says again what the receiver is to believe, and that it is over for what does not fire any more.
    private func `repeat`(by channel: any RepeatingChannel, _ plan: inout DeliveryPlan) throws {
        let told = try setting.store.told(settings.name)
        guard !told.isEmpty else { return }
        let active = setting.activeAlerts().map { alerts in Dictionary(alerts.map { ($0.id, $0) }) { first, _ in first }
        }
        // Told with the labels that it knows, so that it takes them for the same.
        let firing = told.filter { active == nil || active?[$0.id] != nil }
        let ended = told.filter { alert in !firing.contains { $0.id == alert.id } }
        do throws(DeliveryFailure) {
            try channel.repeat(firing: firing, ended: ended, at: setting.clock.now())
        } catch {
            guard !error.isInterruption else { return }
            setting.logger.warning("alerts could not be said again", metadata: metadata(error))
            return plan.failedToRepeat(at: .now)
        }
        if !ended.isEmpty { try setting.store.change { try $0.keepTold(firing, to: settings.name) } }
    }

    /// Looks at how it goes.
    private func look(_ plan: DeliveryPlan, at now: ContinuousClock.Instant) throws {
        var status = try setting.store.receiverStatus(settings.name, kind: settings.channel.kind)
        if let end = plan.circuit.openUntil, end > now {
            status.pausedUntil = setting.clock.now().advanced(by: Nanoseconds(now.duration(to: end)))
        }
        seen.withLock { $0 = status }
    }

    private func outcome(_ delivery: Delivery, _ trouble: String?, _ time: Timestamp) -> DeliveryOutcome {
        DeliveryOutcome(
            receiver: settings.name, notification: delivery.notification, time: time, trouble: trouble)
    }

    private func metadata(_ failure: DeliveryFailure) -> Logger.Metadata {
        ["receiver": "\(settings.name)", "kind": "\(settings.channel.kind)", "error": "\(failure)"]
    }

    private static let timeout = Duration.seconds(10)
    private static let repetition = Duration.seconds(60)
}

extension Nanoseconds {
    fileprivate init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self = .seconds(seconds)
        count = count.addingReportingOverflow(attoseconds / 1_000_000_000).partialValue
    }
}
