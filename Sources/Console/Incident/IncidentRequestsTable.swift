import Domain
import Drawing

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
