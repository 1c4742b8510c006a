import Domain

/// Alerts that belong together: from the first that is told until none of them is active, they are one notification.
struct AlertGroup: Hashable, Sendable {
    /// What receivers know it by: its key and when it began.
    var id: String
    /// All that were told, those included that are over.
    var members: Set<AlertID> = []
    /// The highest severity that was told.
    var told: AlertSeverity
    /// When something new was told last.
    var toldAt: Timestamp
    /// When it was told last, also again.
    var saidAt: Timestamp
    /// Names of the receivers; empty for all.
    var receivers: [String]
}

extension AlertRule {
    /// What alerts of this rule have in common with those of other rules: the values of the dimensions by which it groups, as the
    /// subject or the rule's own filter says them; without any, the rule itself. Alerts for different receivers are never one.
    func groupKey(_ subject: AlertSubject) -> String {
        var parts = group.compactMap { dimension in
            (subject[dimension] ?? scopeValue(of: dimension)).map { "\(dimension.rawValue):\($0)" }
        }
        if parts.isEmpty { parts = ["rule:" + name] }
        if !receivers.isEmpty { parts.append("receivers:" + receivers.sorted().joined(separator: ",")) }
        return parts.joined(separator: " ")
    }

    private func scopeValue(of dimension: Dimension) -> String? {
        for case .equals(dimension, let values) in scope.terms.filter({ !$0.isNegated }).map(\.condition)
        where values.count == 1 && !TextPattern(values[0]).isWild {
            return values[0]
        }
        return nil
    }
}
