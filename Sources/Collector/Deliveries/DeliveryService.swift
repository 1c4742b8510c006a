import Configuration
import Domain
import Logging
import Storage
import Synchronization

/// Takes notifications from the queue in `control.db` to their receivers, on threads of its own: neither telemetry nor commands ever
/// wait for a receiver.
final class DeliveryService: Sendable {
    private let setting: DeliverySetting
    private let lanes = Mutex<[DeliveryLane]>([])
    private let isTesting = Mutex(())

    /// Starts to deliver.
    ///
    /// - Parameters:
    ///   - activeAlerts: alerts that are in force; nil while nobody knows.
    ///   - record: writes down what became of a notification, in the transaction that finishes its delivery.
    init(
        _ receivers: [ReceiverSettings], store: ControlStore, clock: any WallClock, logger: Logger,
        activeAlerts: @escaping @Sendable () -> [Alert]? = { nil },
        record: @escaping @Sendable (DeliveryOutcome, ControlTransaction) throws -> Void = { _, _ in }
    ) {
        setting = DeliverySetting(
            store: store, clock: clock, logger: logger, activeAlerts: activeAlerts, record: record)
        use(receivers)
    }

    /// Says that something was queued.
    func wake() { for lane in lanes.withLock({ $0 }) { lane.wake() } }

    /// Tells these from now on. What waits for others is given up.
    func use(_ receivers: [ReceiverSettings]) {
        let before = lanes.withLock { $0 }
        // The old ones are done before new ones begin, so that nothing is told twice at a time.
        for lane in before where !receivers.contains(lane.settings) { lane.stop() }
        do {
            try setting.store.change { try $0.abandonDeliveries(except: Set(receivers.map(\.name))) }
        } catch {
            setting.logger.warning("deliveries cannot be looked through", metadata: ["error": "\(error)"])
        }
        let after = receivers.map { settings in
            before.first { $0.settings == settings }
                ?? DeliveryLane(settings, channel: channel(settings), setting: setting)
        }
        lanes.withLock { $0 = after }
    }

    /// Ends what is under way; a later process does it again. What is queued from now on waits for that process. To be called before the
    /// store is closed.
    func stop() { for lane in lanes.withLock({ $0 }) { lane.stop() } }

    /// The names of the receivers that `notification` is for.
    func receivers(of notification: AlertNotification) -> [String] {
        lanes.withLock { $0 }.map(\.settings).filter { settings in
            (notification.receivers.isEmpty || notification.receivers.contains(settings.name))
                && settings.severities.contains(notification.severity)
        }
        .map(\.name)
    }

    /// How deliveries go, in the order of the configuration.
    var statuses: [ReceiverStatus] {
        lanes.withLock { $0 }.map(\.status)
    }

    /// Tells a receiver that this is a test, and waits for what it says. One at a time.
    ///
    /// - Returns: what went wrong; nil when it was told.
    /// - Throws: `ControlRefusal` when there is no such receiver or another test is under way.
    func test(_ name: String) throws(ControlRefusal) -> String? {
        guard let lane = lanes.withLock({ $0.first { $0.settings.name == name } }) else {
            throw ControlRefusal(
                .notFound, "there is no receiver \(name); alerts.receivers in the configuration says which there are")
        }
        let outcome: Result<Void, DeliveryFailure>? = isTesting.withLockIfAvailable { _ in
            Result { () throws(DeliveryFailure) in try lane.test(timeout: Self.testTimeout) }
        }
        guard let outcome else {
            throw ControlRefusal(.unavailable, "another receiver is being tested; try again in a few seconds")
        }
        if case .failure(let failure) = outcome { return failure.description }
        return nil
    }

    /// Adds to the metrics which alerts are in force and how deliveries go.
    func add(to text: inout PrometheusText) {
        if let alerts = setting.activeAlerts() {
            text.metric("headframe_alerts", .gauge, "Alerts in force, by what they are and how loudly they speak.")
            for severity in AlertSeverity.allCases {
                let count = alerts.count { $0.severity == severity && $0.isFiring }
                let silent = alerts.count { $0.severity == severity && !$0.isFiring }
                text.sample("headframe_alerts", Double(count), ["state": "firing", "severity": severity.rawValue])
                text.sample("headframe_alerts", Double(silent), ["state": "no_data", "severity": severity.rawValue])
            }
        }
        let statuses = statuses
        guard !statuses.isEmpty else { return }
        let name = "headframe_deliveries_total"
        text.metric(name, .counter, "Notifications delivered and lost, and attempts that failed, by receiver.")
        for status in statuses {
            for outcome in DeliveryCounts.Outcome.allCases {
                let count = setting.counts.value(outcome, status.name)
                text.sample(name, Double(count), ["receiver": status.name, "outcome": outcome.rawValue])
            }
        }
        text.metric("headframe_deliveries_waiting", .gauge, "Notifications that wait to be delivered, by receiver.")
        for status in statuses {
            text.sample("headframe_deliveries_waiting", Double(status.waiting), ["receiver": status.name])
        }
    }

    private func channel(_ settings: ReceiverSettings) -> any DeliveryChannel {
        switch settings.channel {
        case .webhook(let server, let secretFile):
            WebhookChannel(server, secretFile: secretFile, clock: setting.clock)
        case .slack(let server): SlackChannel(server)
        case .alertmanager(let server): AlertmanagerChannel(server, clock: setting.clock)
        case .command(let words): CommandChannel(words)
        }
    }

    /// Less than a client of the control API waits for an answer.
    private static let testTimeout = Duration.seconds(8)
}

extension Alert {
    fileprivate var isFiring: Bool {
        if case .firing = state { true } else { false }
    }
}
