import Domain

extension AlertTick {
    /// Notes that a subject has data, for a rule to which its silence means something.
    mutating func remember(_ subject: AlertSubject, of rule: AlertRule) {
        var subjects = book.lastData[rule.name] ?? [:]
        book.lastData[rule.name] = nil
        if subjects.count >= RuleEvaluation.mostSubjects, subjects[subject] == nil,
            let oldest = subjects.min(by: { $0.value < $1.value })
        {
            subjects[oldest.key] = nil
        }
        subjects[subject] = now
        book.lastData[rule.name] = subjects
    }

    /// A subject that has an alert has no data.
    mutating func miss(_ alert: Alert, of rule: AlertRule) {
        guard alert.subject.labels.map(\.dimension) == rule.by else { return end(alert.id, because: "rule changed") }
        let since = book.memories[alert.id]?.missingSince ?? now
        book.memories[alert.id, default: AlertMemory()].missingSince = since
        guard now.since(since) >= rule.patience, !isSettling else { return }
        switch (alert.state, rule.noData) {
        case (.pending, .resolve): calm(alert.id, because: "no calls any more")
        case (.firing, .resolve), (.noData, .resolve): resolve(alert.id, because: "no calls any more")
        case (.resolved, .resolve): break
        case (.noData, _):
            if book.lastData[rule.name]?[alert.subject] == nil { resolve(alert.id, because: "no data for seven days") }
        case (.pending, _), (.firing, _): loseData(of: alert.subject, rule)
        case (.resolved, _):
            if book.lastData[rule.name]?[alert.subject] != nil { loseData(of: alert.subject, rule) }
        }
    }

    /// Subjects that had data once and have neither data nor an alert.
    mutating func missThoseWithoutAlert(_ rule: AlertRule, _ found: Set<AlertID>) {
        let silent = (book.lastData[rule.name] ?? [:]).filter { $0.value < now && !isSettling }
        for (subject, last) in silent.sorted(by: { $0.key.sortKey < $1.key.sortKey }) {
            if now.since(last) > AlertLifeCycle.remembered || subject.labels.map(\.dimension) != rule.by {
                book.lastData[rule.name]?[subject] = nil
            } else if now.since(last) > rule.patience {
                let id = AlertID(rule: rule.name, subject: subject)
                if !found.contains(id), book.alerts[id] == nil { loseData(of: subject, rule) }
            }
        }
    }

    /// There is data again.
    mutating func returnFromSilence(_ id: AlertID) {
        if let since = book.memories[id]?.firedSince {
            book.alerts[id]?.state = .firing(since: since)
            book.memories[id]?.firedSince = nil
            book.memories[id]?.calmSince = nil
            if let alert = book.alerts[id] { log(.fired, alert, "calls again; it was firing before") }
        } else {
            resolve(id, because: "calls again")
        }
    }

    private mutating func loseData(of subject: AlertSubject, _ rule: AlertRule) {
        let reading = AlertReading(time: now, value: nil, limit: nil, calls: 0)
        let lowest: AlertSeverity = rule.noData == .page ? .page : .warn
        let since = book.lastData[rule.name]?[subject] ?? now
        let new = Alert(
            rule: rule.name, subject: subject, watched: rule.watched, severity: lowest, state: .noData(since: since),
            reading: reading)
        var alert = book.alerts[new.id] ?? new
        var memory = book.memories[new.id] ?? AlertMemory()
        var lostHold = false
        if case .firing(let since) = alert.state {
            memory.firedSince = since
            lostHold = alert.severity < lowest
            alert.severity = max(alert.severity, lowest)
        } else {
            memory.endEpisode()
            memory.group = rule.groupKey(subject)
            lostHold = true
            (alert.severity, alert.watched) = (lowest, rule.watched)
        }
        memory.peak = max(memory.peak ?? alert.severity, alert.severity)
        memory.missingSince = memory.missingSince ?? now
        (alert.state, alert.reading) = (new.state, reading)
        log(.noData, alert)
        if lostHold, alert.acknowledgement != nil {
            alert.acknowledgement = nil
            log(.unacknowledged, alert, "began anew")
        }
        book.memories[new.id] = memory
        book.alerts[new.id] = alert
    }
}
