import Domain

/// By what alerts are ordered.
enum AlertOrder: String, Hashable, Sendable, CaseIterable {
    /// What waits first, pages before warnings, the newest first.
    case urgency
    /// The newest first.
    case since
    case rule

    /// The next one that `s` goes to.
    var next: AlertOrder {
        let all = Self.allCases
        return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }

    func sorted(_ alerts: [Alert]) -> [Alert] {
        switch self {
        case .urgency:
            let ranked = alerts.map { (alert: $0, stage: AlertStage($0)) }
            return ranked.sorted {
                ($0.stage, $1.alert.severity, $1.alert.since, $0.alert.id)
                    < ($1.stage, $0.alert.severity, $0.alert.since, $1.alert.id)
            }.map(\.alert)
        case .since: return alerts.sorted { ($1.since, $0.id) < ($0.since, $1.id) }
        case .rule: return alerts.sorted { ($0.rule, $1.since, $0.id) < ($1.rule, $0.since, $1.id) }
        }
    }
}
