import Domain
import Drawing

/// Receivers as a table: whether what is to be told arrives.
enum ReceiverList {
    static func table(_ receivers: [ReceiverStatus], at time: Timestamp) -> Table {
        func number(_ title: String, _ width: Int, _ priority: Int) -> Table.Column {
            .init(title, alignment: .right, minimum: width, maximum: width, priority: priority)
        }
        let columns: [Table.Column] = [
            .init("", minimum: 1, maximum: 1), .init("RECEIVER", minimum: 10, maximum: 24),
            .init("KIND", minimum: 8, maximum: 12, priority: 2),
            number("WAITING", 7, 0), number("DELIVERED", 9, 1), number("LOST", 6, 0),
            number("LAST", 9, 3), .init("HOW IT GOES", minimum: 20),
        ]
        return Table(columns, count: receivers.count) { cells(receivers[$0], at: time) }
    }

    private static func cells(_ receiver: ReceiverStatus, at time: Timestamp) -> [StyledText] {
        let last = receiver.lastSuccess.map { Format.age(seconds: max(0, time.since($0).seconds)) + " ago" }
        return [
            receiver.isTroubled(at: time) ? StyledText("▲", .statusWarning) : StyledText("✓", .statusOk),
            StyledText(receiver.name), StyledText(receiver.kind, .textMuted),
            StyledText(Format.count(receiver.waiting), receiver.waiting > 0 ? .textStrong : .textMuted),
            StyledText(Format.count(Double(receiver.delivered))),
            StyledText(Format.count(Double(receiver.lost)), receiver.lost > 0 ? .statusWarning : .textMuted),
            StyledText(last ?? "never", .textMuted), receiver.words(at: time),
        ]
    }
}

extension ReceiverStatus {
    /// Whether what is to be told does not arrive: it is paused, or failed last.
    func isTroubled(at time: Timestamp) -> Bool {
        if isPaused(at: time) { return true }
        guard let lastFailure else { return false }
        return lastSuccess.map { lastFailure > $0 } ?? true
    }

    private func isPaused(at time: Timestamp) -> Bool { pausedUntil.map { $0 > time } ?? false }

    /// How deliveries go, in words.
    func words(at time: Timestamp) -> StyledText {
        if let pausedUntil, isPaused(at: time) {
            let rest = Format.age(seconds: pausedUntil.since(time).seconds)
            return StyledText("paused, tries again in \(rest)\(trouble.map { ": \($0)" } ?? "")", .statusWarning)
        }
        if isTroubled(at: time) { return StyledText(trouble ?? "the last delivery failed", .statusWarning) }
        return lastSuccess == nil
            ? StyledText("nothing was to be told yet", .textMuted) : StyledText("delivers", .statusOk)
    }
}
