import Diagnosis
import Domain
import Drawing
import Wording

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
