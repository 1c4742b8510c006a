import Domain
import Drawing
import Wording

/// What is to be known of the selected silence, and which alerts it covers now.
struct SilenceDetail {
    private let silence: Silence
    private let view: AlertsView?
    private let now: Timestamp

    init(_ silence: Silence, _ state: ConsoleState) {
        (self.silence, view, now) = (silence, state.alerts.view, state.now ?? state.end)
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        var facts = FactList()
        facts.add("covers", view.map { silence.covered(in: $0.board) })
        facts.add("reason", silence.reason)
        facts.add("by", silence.principal)
        let length =
            TimeWords.minute(silence.from, reference: now) + " to " + TimeWords.minute(silence.until, reference: now)
        facts.add("from", silence.until <= now ? StyledText("\(length), ended", .textMuted) : StyledText(length))
        var rest = facts.draw(in: rect, on: &canvas).splitTop(1).rest
        let covered = view?.board.alerts.filter { silence.covers($0, at: now) && $0.isActive } ?? []
        guard silence.until > now else { return }
        canvas.write(
            covered.isEmpty ? "no alert is covered now" : "covers now:", in: rest, style: .muted)
        for alert in covered {
            rest = rest.splitTop(1).rest
            canvas.write(alert.severityMark + StyledText("  \(AlertSentence.text(alert, at: now))"), in: rest)
        }
    }
}
