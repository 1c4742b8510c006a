import Domain
import Drawing

/// What is to be known of the selected receiver.
struct ReceiverDetail {
    private let receiver: ReceiverStatus
    private let now: Timestamp

    init(_ receiver: ReceiverStatus, _ state: ConsoleState) {
        (self.receiver, now) = (receiver, state.now ?? state.end)
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        var facts = FactList()
        facts.add("receiver", StyledText(receiver.name, .textStrong) + StyledText("  \(receiver.kind)", .textMuted))
        facts.add("now", receiver.words(at: now))
        facts.add("waiting", "\(Format.count(receiver.waiting)), kept on disk until delivered")
        facts.add("delivered", Format.count(Double(receiver.delivered)))
        facts.add(
            "lost",
            receiver.lost == 0 ? nil : StyledText("\(Format.count(Double(receiver.lost))) given up", .statusWarning))
        facts.add("last success", receiver.lastSuccess.map { TimeWords.second($0, reference: now) })
        facts.add("last failure", receiver.lastFailure.map { TimeWords.second($0, reference: now) })
        facts.add("what went wrong", receiver.trouble)
        _ = facts.draw(in: rect, on: &canvas)
    }
}
