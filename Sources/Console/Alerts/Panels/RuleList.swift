import Domain
import Drawing
import Wording

/// Rules as a table: what each looks at, its limits, and what it found last.
enum RuleList {
    static func table(
        _ rules: [RuleStatus], worst: [String: AlertSeverity], at time: Timestamp
    ) -> Table {
        let columns: [Table.Column] = [
            .init("", minimum: 1, maximum: 1), .init("RULE", minimum: 22, maximum: 30),
            .init("LAST", alignment: .right, minimum: 9, maximum: 12),
            .init("LIMITS", minimum: 30, maximum: 50), .init("WATCHES", minimum: 30, maximum: 44, priority: 2),
            .init("LOOKED AT", alignment: .right, minimum: 9, maximum: 9, priority: 1),
        ]
        return Table(columns, count: rules.count) { cells(rules[$0], worst: worst[rules[$0].rule.name], at: time) }
    }

    private static func cells(_ status: RuleStatus, worst: AlertSeverity?, at time: Timestamp) -> [StyledText] {
        let rule = status.rule
        let looked = status.evaluated.map { Format.age(seconds: max(0, time.since($0).seconds)) + " ago" } ?? "never"
        return [
            status.mark(worst: worst), StyledText(rule.name),
            StyledText(rule.valueText(status.reading?.value), status.reading?.value == nil ? .textMuted : .textStrong),
            status.trouble.map { StyledText($0, .statusWarning) } ?? StyledText(rule.limitText),
            StyledText(rule.watchedText, .textMuted), StyledText(looked, .textMuted),
        ]
    }
}

extension AlertBoard {
    /// The worst severity of the active alerts of each rule that has some.
    var worstByRule: [String: AlertSeverity] {
        Dictionary(alerts.filter(\.isActive).map { ($0.rule, $0.severity) }, uniquingKeysWith: max)
    }
}

extension RuleStatus {
    /// How it is, by a sign.
    ///
    /// - Parameter worst: the worst severity of its active alerts.
    func mark(worst: AlertSeverity?) -> StyledText {
        if trouble != nil { return StyledText("✖", .statusWarning) }
        if let worst { return StyledText("▲", worst.role) }
        return reading?.value == nil ? StyledText("?", .statusUnknown) : StyledText("✓", .statusOk)
    }
}
