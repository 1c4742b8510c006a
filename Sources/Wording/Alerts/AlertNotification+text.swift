import Domain

extension AlertNotification {
    /// What it says in one line: `page: p95 latency support-api 4.02 s > 3 s for 6 m, and 3 more`.
    public var headline: String {
        let first = alerts.first.map { AlertSentence.text($0, at: time) } ?? group
        let more = count > 1 ? ", and \(count - 1) more" : ""
        return "\(kind.word(severity)): \(first)\(more)"
    }

    /// A line for each alert that it lists, and one for those it does not list.
    public var lines: [String] {
        let listed = alerts.map { AlertSentence.text($0, at: time) }
        return count > alerts.count ? listed + ["and \(count - alerts.count) more"] : listed
    }
}

extension AlertNotification.Kind {
    fileprivate func word(_ severity: AlertSeverity) -> String {
        switch self {
        case .firing: severity.word
        case .resolved: "resolved"
        case .reminder: "still a \(severity.word)"
        }
    }
}

extension AlertSeverity {
    /// What people call it.
    public var word: String {
        switch self {
        case .warn: "warning"
        case .page: "page"
        }
    }
}
