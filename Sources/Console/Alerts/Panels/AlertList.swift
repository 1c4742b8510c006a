import Domain
import Drawing

/// Alerts as a table.
enum AlertList {
    static func table(
        _ alerts: [Alert], isNarrow: Bool, at time: Timestamp, sentence: @escaping (Alert) -> String
    ) -> Table {
        let columns: [Table.Column] = [
            .init("SEVERITY", minimum: 8, maximum: 8), .init("STATE", minimum: 8, maximum: 8),
            .init("SINCE", alignment: .right, minimum: 5, maximum: 5),
            .init("WHO", minimum: 8, maximum: isNarrow ? 8 : 14),
            .init("WHAT", minimum: 30), .init("RULE", minimum: 16, maximum: 28, priority: 5),
        ]
        return Table(columns, count: alerts.count) { cells(alerts[$0], at: time, sentence(alerts[$0])) }
    }

    /// The order that a click on a title chooses.
    static func order(ofColumn column: Int) -> AlertOrder {
        switch column {
        case 2: .since
        case 5: .rule
        default: .urgency
        }
    }

    private static func cells(_ alert: Alert, at time: Timestamp, _ sentence: String) -> [StyledText] {
        let stage = AlertStage(alert)
        let isQuiet = stage == .resolved || stage == .silenced || stage == .pending
        let role: Role = stage == .waiting ? .textStrong : isQuiet ? .textMuted : .text
        let who = alert.acknowledgement.map { StyledText(PrincipalName.short($0.principal)) }
        return [
            alert.severityMark, StyledText(alert.stateWord, stage == .waiting ? alert.severity.role : role),
            StyledText(age(alert, at: time), role), who ?? StyledText(Format.missing, .textMuted),
            StyledText(sentence, role), StyledText(alert.rule, .textMuted),
        ]
    }

    /// How long it has lasted, or how long ago it was over.
    private static func age(_ alert: Alert, at time: Timestamp) -> String {
        let begin = if case .resolved(_, let end) = alert.state { end } else { alert.since }
        return Format.age(seconds: max(0, time.since(begin).seconds))
    }
}

/// Names of people and programs as they are shown.
enum PrincipalName {
    /// Without how the collector knows them: `mk` for `os:mk`.
    static func short(_ principal: String) -> String {
        guard let colon = principal.firstIndex(of: ":") else { return principal }
        let name = principal[principal.index(after: colon)...]
        return name.isEmpty ? principal : String(name)
    }
}
