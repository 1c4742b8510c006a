import Diagnosis
import Domain
import Drawing
import Wording

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

/// The calls by one dimension, with what they have of what is wrong.
enum IncidentSplitTable {
    static func table(_ split: DossierSplit, _ harm: Harm?, selected: Int?, isFocused: Bool) -> Table {
        func number(_ title: String, _ width: Int, _ priority: Int) -> Table.Column {
            .init(title, alignment: .right, minimum: width, maximum: width, priority: priority)
        }
        var columns: [Table.Column] = [
            .init(split.dimension.rawValue.uppercased(), minimum: 14, maximum: 30), number("CALLS", 6, 1),
            number("OF ALL", 6, 3), number("ERR %", 6, 2), number("P95 s", 6, 2), number("COST", 8, 4),
        ]
        if let harm { columns.append(number("OF \(harm.word.uppercased())", max(8, harm.word.utf8.count + 3), 0)) }
        var table = Table(columns, count: split.rows.count, selected: selected) { cells(split.rows[$0], harm) }
        table.isFocused = isFocused
        return table
    }

    private static func cells(_ row: DossierSplit.Row, _ harm: Harm?) -> [StyledText] {
        let measures = row.measures
        let percent = Format.percent(measures.errorRate)
        var cells = [
            StyledText(StatsRow.label(of: row.name), row.name == nil ? .textMuted : .text),
            StyledText(Format.count(Double(measures.calls))), StyledText(Format.percent(row.callShare), .textMuted),
            StyledText(percent.hasSuffix(" %") ? String(percent.dropLast(2)) : percent),
            StyledText(Format.seconds(measures.duration?.p95)),
            StyledText(Format.money(measures.cost?.usd), .textMuted),
        ]
        if harm != nil {
            // More of what is wrong than of the calls is what stands out.
            let stands = (row.harmShare ?? 0) >= 0.2 && (row.harmShare ?? 0) >= 1.5 * row.callShare
            cells.append(
                StyledText((stands ? "▲ " : "") + Format.percent(row.harmShare), stands ? .statusWarning : .text))
        }
        return cells
    }
}

/// The worst calls.
enum IncidentRequestsTable {
    static func table(
        _ rows: [RequestRow], selected: Int?, isFocused: Bool, isNarrow: Bool, reference: Timestamp
    ) -> Table {
        let columns: [Table.Column] = [
            .init("TIME", alignment: .right, minimum: 8, maximum: 14),
            .init("STATUS", minimum: 10, maximum: isNarrow ? 16 : 28),
            .init("LAT s", alignment: .right, minimum: 6, maximum: 6),
            .init("COST $", alignment: .right, minimum: 8, maximum: 8, priority: 3),
            .init("MODEL", minimum: 14, maximum: 28, priority: 2),
            .init("RELEASE", minimum: 14, maximum: 28, priority: 1),
            .init("USER", minimum: 8, maximum: 20, priority: 5), .init("TRACE", minimum: 8, maximum: 32, priority: 4),
        ]
        var table = Table(columns, count: rows.count, selected: selected) { cells(rows[$0], reference) }
        table.isFocused = isFocused
        return table
    }

    private static func cells(_ row: RequestRow, _ reference: Timestamp) -> [StyledText] {
        let status = CallStatus(row.call)
        return [
            StyledText(TimeWords.second(row.end, reference: reference)),
            StyledText("\(status.sign) \(status.word)", status.role), StyledText(Format.seconds(row.duration?.seconds)),
            StyledText(Format.decimal(row.cost?.usd, decimals: 4)), StyledText(row.call.model ?? Format.missing),
            StyledText(row.call.context.release ?? Format.missing), StyledText(row.call.context.user ?? Format.missing),
            StyledText(row.traceID.description, .textMuted),
        ]
    }
}
