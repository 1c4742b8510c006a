import Domain
import Drawing

extension ConsoleState {
    /// Copies the selected row as a sentence that can be sent to a colleague, its name only, or the lines that the empty screen
    /// shows.
    mutating func copySelection(_ what: String?) throws(CommandFailure) -> [Effect] {
        guard what == nil || what == "name" else { throw CommandFailure("copy the row, or its name: :copy name") }
        if teaches {
            tell(.done, "three lines sent to the terminal's clipboard")
            return [.copy(lesson.joined(separator: "\n"))]
        }
        guard let view = overview.view, let row = overview.selectedRow else { throw CommandFailure("there is no row") }
        tell(.done, "sent to the terminal's clipboard")
        return [.copy(Text.sanitized(what == "name" ? row.label : sentence(row, view)))]
    }

    private func sentence(_ row: StatsRow, _ view: OverviewView) -> String {
        let measures = row.measures
        let seconds = view.answer.seconds
        let duration = measures.duration
        let parts = [
            "\(Format.number(Double(measures.calls) / seconds)) req/s", "errors \(Format.percent(measures.errorRate))",
            "p50 \(Format.duration(seconds: duration?.p50))", "p95 \(Format.duration(seconds: duration?.p95))",
            "p99 \(Format.duration(seconds: duration?.p99))", Numbers.cost(measures, seconds: seconds),
        ]
        let moment = view.answer.question.at.rfc3339(.none)
        return
            "\(row.label): \(parts.joined(separator: ", ")) (\(TimeWords.length(view.answer.question.length)) up to \(moment))"
    }
}
