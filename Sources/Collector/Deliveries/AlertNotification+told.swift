import Domain

extension AlertNotification {
    /// The alerts that a receiver takes for firing once it has this notification, when `before` are those it did until then.
    func told(after before: [Alert]) -> [Alert] {
        let named = Set(alerts.map(\.id))
        switch kind {
        case .firing, .reminder: return before.filter { !named.contains($0.id) } + alerts
        case .resolved: return before.filter { !named.contains($0.id) }
        case .test, .rollout: return before
        }
    }
}
