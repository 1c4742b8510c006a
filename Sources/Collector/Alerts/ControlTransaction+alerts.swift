import Control
import Domain
import Storage

extension ControlTransaction {
    /// Takes in what looking at the rules found, and queues what receivers are to be told.
    ///
    /// - Returns: whether anybody is to be told anything.
    func advanceAlerts(
        _ evaluations: [RuleEvaluation], _ receivers: [ReceiverStatus], telling deliveries: DeliveryService,
        at time: Timestamp
    ) throws -> Bool {
        let before = try book()
        var after = before
        let (events, notifications) = AlertLifeCycle.advance(&after, evaluations, at: time)
        try keep(after, insteadOf: before, events)
        try keep(
            AlertFindings(
                time: time, rules: evaluations.map(\.status), budgets: evaluations.flatMap(\.budgets),
                receivers: receivers))
        let told = notifications.map { ($0, deliveries.receivers(of: $0)) }.filter { !$1.isEmpty }
        for (notification, receivers) in told { try enqueue(notification, to: receivers) }
        return !told.isEmpty
    }

    /// Does what the caller wants of an alert, and returns the alert as it is then.
    ///
    /// - Throws: `ControlRefusal`, `StoreError`.
    func apply(_ command: AlertCommand, to id: AlertID) throws -> JSON {
        let (before, after) = try apply(command)
        guard let alert = after.alerts[id] else { throw ControlRefusal(.notFound, "there is no alert \(id)") }
        try record("alert." + command.name, "\(id)", before: before.alerts[id]?.json, after: alert.json)
        return alert.json
    }

    /// Makes a silence.
    func add(_ draft: SilenceDraft) throws -> JSON {
        let command = AlertCommand.silence(draft)
        guard let silence = try apply(command).after.silences.last else {
            throw ControlRefusal(.failed, "the silence was not made")
        }
        try keep(silence)
        try record("alert." + command.name, "\(silence.id)", before: nil, after: silence.json)
        return silence.json
    }

    /// Ends a silence.
    func end(_ id: SilenceID) throws -> JSON {
        let command = AlertCommand.endSilence(id)
        let (before, after) = try apply(command)
        guard let silence = after.silences.first(where: { $0.id == id }) else {
            throw ControlRefusal(.notFound, "there is no silence \(id)")
        }
        try keep(silence)
        try record(
            "alert." + command.name, "\(id)", before: before.silences.first { $0.id == id }?.json, after: silence.json)
        return silence.json
    }

    private func apply(_ command: AlertCommand) throws -> (before: AlertBook, after: AlertBook) {
        let before = try book()
        var after = before
        let events = try AlertLifeCycle.apply(command, by: principal, to: &after, at: time)
        try keep(after, insteadOf: before, events)
        return (before, after)
    }

    private func book() throws -> AlertBook {
        let records = try alertRecords()
        return AlertBook(common: records.common, records: records.alerts)
    }

    private func keep(_ after: AlertBook, insteadOf before: AlertBook, _ events: [AlertEvent]) throws {
        for id in before.alerts.keys where after.alerts[id] == nil { try forget(id) }
        for id in after.alerts.keys {
            guard !after.hasSameRecord(of: id, as: before), let record = after.record(of: id) else { continue }
            try keep(record: record, of: id)
        }
        if after.common != before.common { try keep(commonOfAlerts: after.common) }
        // Whom a notification reached is known, and written, when it is delivered.
        try add(events.filter { $0.kind != .notified && $0.kind != .reminded }, of: after.alerts)
    }
}

extension AlertCommand {
    /// What the log of changes calls it.
    fileprivate var name: String {
        switch self {
        case .acknowledge: "acknowledge"
        case .note: "note"
        case .silence: "silence"
        case .endSilence: "end_silence"
        }
    }
}
