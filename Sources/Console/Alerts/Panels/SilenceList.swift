import Domain
import Drawing
import Wording

/// Silences as a table: what is not heard, for how long still, why, and who wanted it so.
enum SilenceList {
    static func table(_ view: AlertsView, at time: Timestamp) -> Table {
        let columns: [Table.Column] = [
            .init("ENDS", minimum: 17, maximum: 17), .init("COVERS", minimum: 20, maximum: 44),
            .init("REASON", minimum: 16), .init("BY", minimum: 8, maximum: 14, priority: 1),
        ]
        let silences = view.silences
        return Table(columns, count: silences.count) { cells(silences[$0], view, at: time) }
    }

    private static func cells(_ silence: Silence, _ view: AlertsView, at time: Timestamp) -> [StyledText] {
        let isOver = silence.until <= time
        let role: Role = isOver ? .textMuted : .text
        return [
            isOver
                ? StyledText("ended \(TimeWords.minute(silence.until, reference: time))", .textMuted)
                : StyledText("in \(Format.age(seconds: silence.until.since(time).seconds))", .textStrong)
                    + StyledText("  \(TimeWords.minute(silence.until, reference: time))", .textMuted),
            StyledText(silence.covered(in: view.board), role), StyledText(silence.reason, role),
            StyledText(PrincipalName.short(silence.principal), .textMuted),
        ]
    }
}

extension Silence {
    /// What it covers, in words.
    func covered(in board: AlertBoard) -> String {
        switch covers {
        case .alert(let id):
            guard let alert = board.alerts.first(where: { $0.id == id }) else { return "alert \(id)" }
            let subject = alert.subject.text
            return "\(alert.rule)\(subject.isEmpty ? "" : ", \(subject)")"
        case .rule(let name): return "rule \(name)"
        case .label(let dimension, let value): return "\(dimension.rawValue) \(value)"
        }
    }
}
