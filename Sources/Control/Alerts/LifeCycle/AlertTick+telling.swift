import Domain

extension AlertTick {
    /// Tells receivers what is new, group by group, what nobody looks after, and what is over.
    mutating func tell() {
        var active: [String: [Alert]] = [:]
        for (id, alert) in book.alerts where alert.isActive {
            if let key = book.memories[id]?.group { active[key, default: []].append(alert) }
        }
        for key in Set(active.keys).union(book.groups.keys).sorted() {
            let alerts = active[key] ?? []
            if alerts.isEmpty {
                close(key)
            } else if !tellNews(key, alerts) {
                remind(key, alerts)
            }
        }
    }

    /// Whether receivers are to hear of an alert at all.
    private func isAudible(_ alert: Alert) -> Bool {
        guard alert.silence == nil else { return false }
        guard case .noData = alert.state, rules[alert.rule]?.noData == .show else { return true }
        return book.memories[alert.id]?.told != nil
    }

    private func isNews(_ alert: Alert) -> Bool {
        guard isAudible(alert), alert.acknowledgement == nil else { return false }
        return book.memories[alert.id]?.told.map { $0 < alert.severity } ?? true
    }

    /// Tells of alerts of a group that are new, unless they join it; whether it was said.
    private mutating func tellNews(_ key: String, _ alerts: [Alert]) -> Bool {
        let news = alerts.filter(isNews)
        guard let first = news.min(by: { $0.id < $1.id }), let severity = news.map(\.severity).max() else {
            return false
        }
        for alert in news { book.memories[alert.id]?.told = alert.severity }
        if var group = book.groups[key], severity <= group.told, now.since(group.toldAt) <= AlertLifeCycle.joining {
            group.members.formUnion(news.map(\.id))
            book.groups[key] = group
            return false
        }
        var group =
            book.groups[key]
            ?? AlertGroup(
                id: "\(key) since \(now.rfc3339(.none))", told: severity, toldAt: now, saidAt: now,
                receivers: rules[first.rule]?.receivers ?? [])
        group.members.formUnion(news.map(\.id))
        group.told = max(group.told, severity)
        (group.toldAt, group.saidAt) = (now, now)
        book.groups[key] = group
        for alert in news.sorted(by: { $0.id < $1.id }) { log(.notified, alert) }
        say(.firing, group, alerts.filter(isAudible))
        return true
    }

    /// Says again what fires and nobody looks after.
    private mutating func remind(_ key: String, _ alerts: [Alert]) {
        guard var group = book.groups[key] else { return }
        let forgotten = alerts.filter { alert in
            isAudible(alert) && alert.acknowledgement == nil && book.memories[alert.id]?.told != nil
        }
        let interval = forgotten.compactMap { rules[$0.rule]?.reminder }.min()
        guard let interval, now.since(group.saidAt) >= interval, !isSettling else { return }
        group.saidAt = now
        book.groups[key] = group
        for alert in forgotten.sorted(by: { $0.id < $1.id }) { log(.reminded, alert) }
        say(.reminder, group, forgotten)
    }

    /// Says that all of a group is over.
    private mutating func close(_ key: String) {
        guard let group = book.groups.removeValue(forKey: key) else { return }
        let alerts = group.members.compactMap { book.alerts[$0] }
        say(.resolved, group, alerts, severity: group.told, count: group.members.count)
    }

    private mutating func say(
        _ kind: AlertNotification.Kind, _ group: AlertGroup, _ alerts: [Alert], severity: AlertSeverity? = nil,
        count: Int? = nil
    ) {
        let worst = alerts.sorted { a, b in
            if a.severity != b.severity { return a.severity > b.severity }
            return a.since != b.since ? a.since < b.since : a.id < b.id
        }
        notifications.append(
            AlertNotification(
                kind, time: now, group: group.id, severity: severity ?? alerts.map(\.severity).max() ?? .warn,
                alerts: Array(worst.prefix(AlertNotification.most)), count: count ?? alerts.count,
                receivers: group.receivers))
    }
}
