import Diagnosis
import Domain
import Drawing
import Wording

/// What changed, with how well it explains what is wrong, or else how long before it began.
enum IncidentChangesTable {
    static func table(
        _ changes: [RankedChange], began: Timestamp, selected: Int?, namesService: Bool, reference: Timestamp
    ) -> Table {
        let columns: [Table.Column] = [
            .init("", minimum: 6, maximum: 11), .init("", minimum: 20),
            .init("", alignment: .right, minimum: 12, maximum: 34, priority: 1),
        ]
        var table = Table(columns, count: changes.count, selected: selected) { index in
            let (change, mark) = (changes[index], changes[index].mark)
            return [
                StyledText(TimeWords.minute(mark.time, reference: reference), .textMuted),
                mark.line(namesService: namesService),
                why(change, began.since(mark.time)),
            ]
        }
        table.hasHeader = false
        return table
    }

    private static func why(_ change: RankedChange, _ lead: Nanoseconds) -> StyledText {
        guard change.weight > 0 else { return StyledText(self.lead(lead), .textMuted) }
        // Where there is no room for why, how much it matters remains.
        return StyledText("\(change.signs) \(change.reason)", change.weight >= 2 ? .statusWarning : .textMuted)
    }

    private static func lead(_ lead: Nanoseconds) -> String {
        if lead > -.minutes(1), lead < .minutes(1) { return "as it began" }
        let length = Format.age(seconds: abs(lead.seconds))
        return lead.count > 0 ? "\(length) before" : "\(length) after it began"
    }
}
