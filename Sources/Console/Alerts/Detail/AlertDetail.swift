import Domain
import Drawing
import Wording

/// What is to be known of the selected alert: the sentence, who does what about it, its course, and what happened.
struct AlertDetail {
    private let alert: Alert
    private let rule: AlertRule?
    private let board: AlertBoard
    private let answer: AlertAnswer?
    private let now: Timestamp

    init(_ alert: Alert, _ state: ConsoleState) {
        (self.alert, now) = (alert, state.now ?? state.end)
        board = state.alerts.view?.board ?? AlertBoard()
        rule = board.rules.first { $0.rule.name == alert.rule }?.rule
        answer = state.alerts.detail?.question.alert == alert.id ? state.alerts.detail : nil
    }

    func draw(in rect: Rect, on canvas: inout Canvas) {
        var rest = rect
        for line in headline.flatMap({ $0.wrapped(width: max(1, rect.width), glyphs: canvas.glyphs).prefix(2) }) {
            canvas.write(line, in: rest)
            rest = rest.splitTop(1).rest
        }
        let events = history
        if let answer {
            // The chart has what the history leaves, within what is good to look at.
            let height = min(max(rest.height - events.count - 1, rest.height / 2), 14)
            let chart = AlertChart(
                alert.watched, rule: rule, reading: alert.reading, timeline: answer.timeline, marks: answer.marks,
                range: answer.question.range)
            let (area, below) = rest.splitTop(height < 5 ? 1 : height)
            if height < 5 {
                canvas.write(chart.line(width: area.width, reference: now), in: area)
            } else {
                chart.draw(reference: now, in: area, on: &canvas)
            }
            rest = below
        }
        for (row, line) in events.prefix(rest.height).enumerated() {
            let isLast = row == rest.height - 1 && events.count > rest.height
            canvas.write(isLast ? StyledText("… and \(events.count - row) more", .textMuted) : line, in: rest, row: row)
        }
    }

    private var headline: [StyledText] {
        var lines = [
            alert.severityMark + StyledText("  ")
                + StyledText(AlertSentence.text(alert, at: now, budget: budget), .textStrong)
        ]
        let since = TimeWords.second(alert.since, reference: now)
        var facts = [
            StyledText("rule \(alert.rule)", .textMuted), StyledText("\(alert.stateWord) since \(since)", .textMuted),
        ]
        if alert.reading.calls > 0 {
            facts.append(StyledText("from \(Format.count(Double(alert.reading.calls))) calls", .textMuted))
        }
        if !ownership.isEmpty { facts.append(ownership) }
        lines.append(.joined(facts, separator: StyledText(" · ", .textMuted)))
        if alert.isFlapping {
            lines.append(StyledText("it came and went so often that it is kept firing and told once", .statusWarning))
        }
        if let summary = rule?.summary { lines.append(StyledText("what to do  ", .textMuted) + StyledText(summary)) }
        return lines
    }

    private var budget: BudgetStatus? { board.budgets.first { $0.name == alert.rule && $0.subject == alert.subject } }

    private var ownership: StyledText {
        if let silence = alert.silence.flatMap({ id in board.silences.first { $0.id == id } }) {
            let end = TimeWords.minute(silence.until, reference: now)
            return StyledText(
                "silenced until \(end) by \(PrincipalName.short(silence.principal)): \(silence.reason)", .statusUnknown)
        }
        if let acknowledgement = alert.acknowledgement {
            let time = TimeWords.minute(acknowledgement.time, reference: now)
            return StyledText("ack: \(PrincipalName.short(acknowledgement.principal)) \(time)", .statusOk)
        }
        return alert.waits ? StyledText("ack: —", .textStrong) : StyledText()
    }

    /// Notes, then what happened, the newest first.
    private var history: [StyledText] {
        let notes = alert.notes.reversed().map { note in
            row(note.time, PrincipalName.short(note.principal), StyledText("“\(note.text)”", .textStrong))
        }
        let events = (answer?.events ?? []).filter { $0.kind != .noted }.map { event in
            row(event.time, event.principal.map(PrincipalName.short) ?? "", event.styledText(alert.watched))
        }
        return notes + events
    }

    private func row(_ time: Timestamp, _ who: String, _ what: StyledText) -> StyledText {
        var text = StyledText("\(TimeWords.second(time, reference: now))  ", .textMuted)
        if !who.isEmpty { text += StyledText("\(who)  ", .key) }
        return text + what
    }
}

extension AlertEvent {
    /// What happened, in words, with a sign where somebody should look.
    func styledText(_ watched: AlertWatched) -> StyledText {
        let words = text(watched)
        return switch kind {
        case .fired, .escalated, .noData: StyledText("▲ \(words)", severity.role)
        case .undelivered, .flapping: StyledText("▲ \(words)", .statusWarning)
        case .resolved: StyledText("✓ \(words)", .statusOk)
        case .pending, .calmed, .notified, .reminded: StyledText(words, .textMuted)
        case .eased, .acknowledged, .unacknowledged, .silenced, .unsilenced, .noted, .steady: StyledText(words)
        }
    }
}
