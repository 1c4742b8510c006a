import Domain
import Drawing

/// What changed, with how long before it began.
enum IncidentChangesTable {
    static func table(
        _ changes: [Mark], began: Timestamp, selected: Int?, namesService: Bool, reference: Timestamp
    ) -> Table {
        let columns: [Table.Column] = [
            .init("", minimum: 6, maximum: 11), .init("", minimum: 20),
            .init("", alignment: .right, minimum: 6, maximum: 24, priority: 1),
        ]
        var table = Table(columns, count: changes.count, selected: selected) { index in
            let mark = changes[index]
            var text = StyledText(mark.text)
            if namesService, let service = mark.service, !mark.text.contains(service) {
                text += StyledText("  \(service)", .textMuted)
            }
            return [
                StyledText(TimeWords.minute(mark.time, reference: reference), .textMuted), text,
                StyledText(lead(began.since(mark.time)), .textMuted),
            ]
        }
        table.hasHeader = false
        return table
    }

    private static func lead(_ lead: Nanoseconds) -> String {
        if lead > -.minutes(1), lead < .minutes(1) { return "as it began" }
        let length = Format.age(seconds: abs(lead.seconds))
        return lead.count > 0 ? "\(length) before" : "\(length) after it began"
    }
}
