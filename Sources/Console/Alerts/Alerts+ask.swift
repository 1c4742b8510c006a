import Diagnosis
import Domain

extension ConsoleState {
    /// Where alerts are not looked at, the board is only wanted for the header.
    private static let boardRefresh = Nanoseconds.seconds(5)

    /// The question about alerts that is due on every pane.
    mutating func dueBoard(now: Timestamp) -> Effect? {
        let isLive = time.mode == .live
        let isSeen = place == .alerts || place == .incident || place == .overview
        return alerts.asking.due(
            BoardQuestion(at: end), isLive: isLive, now: now,
            refresh: isSeen ? refresh : max(refresh, Self.boardRefresh))
    }

    /// The question about the selected alert that is due while it is seen.
    mutating func dueAlertDetail(now: Timestamp) -> Effect? {
        guard alerts.panel == .alerts, let alert = alerts.selected, let view = alerts.view else { return nil }
        let rule = view.board.rules.first { $0.rule.name == alert.rule }?.rule
        let question = AlertQuestion(
            alert: alert.id, filter: DossierQuestion(alert: alert, rule: rule, at: end).calls,
            length: Self.reviewLength(since: alert.since, end: end), at: end)
        return alerts.detailAsking.due(
            question, isLive: time.mode == .live, now: now, refresh: max(refresh, .seconds(5)))
    }

    /// How much of the past shows how something began.
    private static func reviewLength(since: Timestamp, end: Timestamp) -> Nanoseconds {
        let needed = end.since(since).count / 2 * 3
        return [Nanoseconds.hours(3), .hours(6), .hours(12), .hours(24), .days(3)].first { $0.count >= needed }
            ?? .days(7)
    }

    /// Takes the answer to it.
    mutating func take(_ answer: BoardAnswer) {
        alerts.answer = answer
        prepareAlerts()
        overview.leadWithAlerts(alerts.view?.waiting.isEmpty == false)
    }

    /// Derives what is shown from the board, with what is on its way to the collector.
    mutating func prepareAlerts() {
        guard let answer = alerts.answer, var board = answer.board else {
            alerts.view = nil
            return
        }
        for (_, command) in pending.commands { board.carryOut(command, by: principal ?? "you", at: now ?? end) }
        alerts.view = AlertsView(board, at: answer.question.at, order: alerts.order, filter: alerts.filter)
        if place == .alerts { alerts.pin() }
        followIncident()
    }

    /// The collector carried out a command about alerts: the board shows that until it is asked for anew, which is at once.
    mutating func carryOut(_ command: ControlCommand) {
        let (name, time) = (principal ?? "you", now ?? end)
        alerts.answer?.board?.carryOut(command, by: name, at: time)
        alerts.asking.forget()
        alerts.detailAsking.forget()
        tell(.done, command.doneWords)
    }
}

extension ControlCommand {
    /// What became of it.
    fileprivate var doneWords: String {
        switch self {
        case .acknowledge: "acknowledged: it is yours"
        case .note: "noted"
        case .silence(let draft): "silenced for \(TimeWords.length(draft.length))"
        case .endSilence: "the silence has ended"
        default: "done"
        }
    }
}
