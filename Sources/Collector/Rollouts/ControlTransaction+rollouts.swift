import Control
import Domain
import Storage

extension ControlTransaction {
    /// Writes down what happened to a rollout: its events with the audit log, its evidence, and what receivers are to be told.
    ///
    /// - Parameters:
    ///   - run: the rollout as it is afterwards.
    ///   - units: those that its evidence has taken since it was written last.
    /// - Returns: whether anybody is to be told anything.
    func keep(
        _ run: RolloutRun, _ events: [RolloutEvent], taking units: [(exposed: ExposedUnit, unit: RolloutUnit)] = [],
        standing: RolloutStanding, telling deliveries: DeliveryService
    ) throws -> Bool {
        let rollout = run.rollout
        try take(units, of: rollout.id, epoch: rollout.epoch)
        try add(events, of: rollout)
        try keep(evidence: run.evidence.state, standing)
        if !events.isEmpty || run.isCourseDue(at: time) { try addCourse(standing) }
        var isAnyoneTold = false
        for event in events {
            try record("rollout.\(event.change.name)", "\(rollout.id)", before: nil, after: event.json)
            guard event.isNews else { continue }
            var notification = AlertNotification(
                .rollout, time: event.time, group: "rollout-\(rollout.id)", severity: event.severity, alerts: [],
                count: 0, receivers: [])
            notification.rollout = RolloutNews(rollout, event)
            let receivers = deliveries.receivers(of: notification)
            guard !receivers.isEmpty else { continue }
            try enqueue(notification, to: receivers)
            isAnyoneTold = true
        }
        return isAnyoneTold
    }
}

extension RolloutRun {
    /// Whether a minute has passed since the course was written.
    func isCourseDue(at time: Timestamp) -> Bool {
        lastCourse.map { time.since($0) >= .minutes(1) || time < $0 } ?? true
    }
}

extension RolloutEvent {
    /// Whether receivers hear of it.
    fileprivate var isNews: Bool {
        switch change {
        case .epoch, .noted: false
        default: true
        }
    }

    /// What went wrong wakes somebody.
    fileprivate var severity: AlertSeverity {
        switch change {
        case .rolledBack, .held: cause == .human ? .warn : .page
        default: .warn
        }
    }
}
