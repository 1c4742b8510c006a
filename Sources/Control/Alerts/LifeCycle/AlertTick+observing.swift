import Domain

extension AlertTick {
    /// What was found of one subject that has data.
    mutating func take(_ observation: AlertObservation, of rule: AlertRule) -> AlertID {
        let id = AlertID(rule: rule.name, subject: observation.subject)
        if rule.noData != .resolve { remember(observation.subject, of: rule) }
        guard var alert = book.alerts[id] else {
            if observation.isEvidence, observation.crossed != nil { begin(observation, of: rule) }
            return id
        }
        if !alert.watched.isLike(observation.watched), alert.isActive || alert.isPending {
            end(id, because: "rule changed")
            if observation.isEvidence, observation.crossed != nil { begin(observation, of: rule) }
            return id
        }
        if case .noData = alert.state { returnFromSilence(id) }
        guard observation.isEvidence else { return id }
        var memory = book.memories[id] ?? AlertMemory()
        memory.note(observation.crossed, at: now)
        book.memories[id] = memory
        alert = book.alerts[id] ?? alert
        switch alert.state {
        case .resolved:
            if observation.crossed != nil { begin(observation, of: rule) }
            return id
        case .pending, .firing, .noData:
            // Of an alert that is firing, what made it fire is shown until it is calm.
            alert.reading = observation.reading
            alert.watched = observation.watched
            book.alerts[id] = alert
        }
        step(id, rule)
        return id
    }

    /// A limit is crossed that was not.
    private mutating func begin(_ observation: AlertObservation, of rule: AlertRule) {
        let new = Alert(
            rule: rule.name, subject: observation.subject, watched: observation.watched,
            severity: observation.crossed ?? .warn, state: .pending(since: now), reading: observation.reading)
        var alert = book.alerts[new.id] ?? new
        (alert.state, alert.severity) = (new.state, new.severity)
        (alert.reading, alert.watched) = (new.reading, new.watched)
        var memory = book.memories[new.id] ?? AlertMemory()
        memory.endEpisode()
        memory.note(observation.crossed, at: now)
        if alert.acknowledgement != nil {
            alert.acknowledgement = nil
            log(.unacknowledged, alert, "began anew")
        }
        book.memories[new.id] = memory
        book.alerts[new.id] = alert
        if rule.hold > .seconds(0) { log(.pending, alert) }
        step(new.id, rule)
    }

    /// Changes the state as far as what was noted demands.
    private mutating func step(_ id: AlertID, _ rule: AlertRule) {
        guard let alert = book.alerts[id], let memory = book.memories[id] else { return }
        let isCrossed = memory.crossedSince.map { now.since($0) >= rule.hold } ?? false
        let isPage = memory.pageSince.map { now.since($0) >= rule.hold } ?? false
        switch alert.state {
        case .pending:
            if isCrossed {
                fire(id, rule, isPage || rule.hasPageOnly ? .page : .warn)
            } else if memory.calmSince != nil {
                calm(id, because: nil)
            }
        case .firing:
            if let calmSince = memory.calmSince {
                let patience = alert.isFlapping ? AlertLifeCycle.flappingSpan : rule.patience
                if now.since(calmSince) >= patience, !isSettling { resolve(id, because: nil) }
            } else if alert.severity == .warn, isPage {
                escalate(id)
            }
            if let since = memory.belowPageSince, alert.severity == .page, now.since(since) >= rule.patience {
                ease(id)
            }
        case .noData, .resolved: break
        }
    }

    private mutating func fire(_ id: AlertID, _ rule: AlertRule, _ severity: AlertSeverity) {
        guard var alert = book.alerts[id], var memory = book.memories[id] else { return }
        alert.state = .firing(since: memory.crossedSince ?? now)
        alert.severity = severity
        memory.peak = severity
        memory.group = rule.groupKey(alert.subject)
        memory.comings.removeAll { now.since($0) > AlertLifeCycle.flappingSpan }
        memory.comings = memory.comings.suffix(AlertLifeCycle.flappingComings - 1) + [now]
        alert.isFlapping = memory.comings.count >= AlertLifeCycle.flappingComings
        book.memories[id] = memory
        book.alerts[id] = alert
        log(.fired, alert)
        if alert.isFlapping { log(.flapping, alert, "kept firing until it was calm for an hour") }
    }

    private mutating func escalate(_ id: AlertID) {
        guard var alert = book.alerts[id] else { return }
        alert.severity = .page
        book.memories[id]?.peak = .page
        log(.escalated, alert)
        if alert.acknowledgement != nil {
            alert.acknowledgement = nil
            log(.unacknowledged, alert, "a warning was acknowledged, this is a page")
        }
        book.alerts[id] = alert
    }

    private mutating func ease(_ id: AlertID) {
        guard var alert = book.alerts[id], alert.isActive, let rule = rules[alert.rule], !rule.hasPageOnly else {
            return
        }
        alert.severity = .warn
        book.alerts[id] = alert
        log(.eased, alert)
    }

    /// Ends one that never fired; what it was before comes back.
    mutating func calm(_ id: AlertID, because text: String?) {
        guard var alert = book.alerts[id] else { return }
        log(.calmed, alert, text)
        book.memories[id]?.endEpisode()
        guard let episode = book.memories[id]?.episode else {
            book.alerts[id] = nil
            return
        }
        alert.state = .resolved(since: episode.since, at: episode.end)
        alert.severity = episode.severity
        book.alerts[id] = alert
    }

    /// Ends one that was active.
    mutating func resolve(_ id: AlertID, because text: String?) {
        guard var alert = book.alerts[id] else { return }
        if alert.isFlapping {
            alert.isFlapping = false
            book.memories[id]?.comings = []
            log(.steady, alert)
        }
        alert.severity = max(alert.severity, book.memories[id]?.peak ?? alert.severity)
        let since = book.memories[id]?.firedSince ?? alert.since
        alert.state = .resolved(since: since, at: now)
        book.memories[id]?.episode = .init(since: since, end: now, severity: alert.severity)
        book.alerts[id] = alert
        log(.resolved, alert, text)
    }
}

extension AlertRule {
    /// For how long the value must be back before anything is better: two looks at least.
    var patience: Nanoseconds { max(hold, AlertLifeCycle.interval) }

    /// Whether everything that it finds is a page.
    var hasPageOnly: Bool {
        switch condition {
        case .threshold(let threshold): threshold.warn == nil
        case .budget(let budget): budget.warn == nil
        case .objective: false
        }
    }
}

extension Alert {
    var isPending: Bool { if case .pending = state { true } else { false } }
}

extension AlertWatched {
    /// Whether values of both are in the same unit and mean the same.
    func isLike(_ other: AlertWatched) -> Bool {
        if case .objective(let a, _) = self, case .objective(let b, _) = other { return a == b }
        return self == other
    }
}
