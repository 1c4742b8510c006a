import Domain
import Drawing

extension AlertNotification {
    /// What it says in one line: `page: p95 latency support-api 4.02 s > 3 s for 6 m, and 3 more`.
    public var headline: String {
        if kind == .test { return "test: headframe can reach this receiver; nothing is wrong" }
        if let rollout { return rollout.line }
        let first = alerts.first.map { AlertSentence.text($0, at: time) } ?? group
        let more = count > 1 ? ", and \(count - 1) more" : ""
        return "\(kind.word(severity)): \(first)\(more)"
    }

    /// The headline and, when there are several, a line for each alert that it lists and one for those that it does not list; nothing in
    /// them steers a terminal or deceives a reader.
    public var message: [String] {
        let listed = count > 1 ? alerts.map { AlertSentence.text($0, at: time) } : []
        let rest = count > 1 && count > alerts.count ? ["and \(count - alerts.count) more"] : []
        return ([headline] + listed + rest).map { Text.sanitized($0) }
    }
}

extension AlertNotification.Kind {
    fileprivate func word(_ severity: AlertSeverity) -> String {
        switch self {
        case .firing: severity.word
        case .resolved: "resolved"
        case .reminder: "still a \(severity.word)"
        case .test: "test"
        case .rollout: "rollout"
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
