import Domain

/// One look at the rules: the book as it changes, what happened, and whom to tell.
struct AlertTick {
    var book: AlertBook
    let now: Timestamp
    let rules: [String: AlertRule]
    var events: [AlertEvent] = []
    var notifications: [AlertNotification] = []
    /// Alerts by the name of their rule, as they were before.
    private let known: [String: [AlertID]]

    init(_ book: AlertBook, _ rules: [AlertRule], at now: Timestamp) {
        (self.book, self.now) = (book, now)
        self.rules = Dictionary(rules.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        known = Dictionary(grouping: book.alerts.values, by: \.rule).mapValues { $0.map(\.id).sorted() }
    }

    /// Whether the clock has just jumped ahead and is not believed yet.
    var isSettling: Bool { book.leap != nil }

    /// What was found of one rule.
    mutating func take(_ evaluation: RuleEvaluation) {
        let rule = evaluation.rule
        var found: Set<AlertID> = []
        for observation in evaluation.observations where observation.reading.value != nil {
            found.insert(take(observation, of: rule))
        }
        // Of those that were left out nothing is known but that others are worse.
        guard evaluation.omitted == 0 else { return }
        for id in known[rule.name] ?? [] where !found.contains(id) {
            if let alert = book.alerts[id] { miss(alert, of: rule) }
        }
        if rule.noData != .resolve { missThoseWithoutAlert(rule, found) }
    }

    /// Resolves what belongs to no rule any more.
    mutating func resolveAlertsWithoutRule() {
        for name in known.keys.sorted() where rules[name] == nil {
            for id in known[name] ?? [] { end(id, because: "rule removed") }
        }
        book.lastData = book.lastData.filter { rules[$0.key] != nil }
    }

    /// Ends an alert whatever it was found to be.
    mutating func end(_ id: AlertID, because text: String) {
        guard let alert = book.alerts[id] else { return }
        switch alert.state {
        case .pending: calm(id, because: text)
        case .firing, .noData: resolve(id, because: text)
        case .resolved: break
        }
    }

    mutating func log(_ kind: AlertEvent.Kind, _ alert: Alert, _ text: String? = nil) {
        events.append(AlertEvent(time: now, of: alert, kind, text: text))
    }

    /// Forgets what was over long ago.
    mutating func forget() {
        defer {
            if book.memories.count > book.alerts.count {
                book.memories = book.memories.filter { book.alerts[$0.key] != nil }
            }
        }
        guard !isSettling else { return }
        var resolved: [(end: Timestamp, id: AlertID)] = []
        for (id, alert) in book.alerts {
            if case .resolved(_, let end) = alert.state { resolved.append((end, id)) }
        }
        resolved.sort { ($0.end, $0.id) > ($1.end, $1.id) }
        for (index, entry) in resolved.enumerated()
        where index >= AlertLifeCycle.mostResolved || now.since(entry.end) > AlertLifeCycle.kept {
            book.alerts[entry.id] = nil
        }
        book.silences.removeAll { now.since($0.until) > AlertLifeCycle.kept }
    }
}
