import Domain

/// What becomes of the state with an event, and what the world shall do. Pure: no clock, no input or output; the same events
/// give the same state.
public func reduce(_ state: inout ConsoleState, _ event: ConsoleEvent) -> [Effect] {
    var effects: [Effect] = []
    let environment = state.environment
    switch event {
    case .key(let key): effects = state.press(key)
    case .paste(let text): state.paste(text)
    case .mouse(let mouse): effects = state.point(mouse)
    case .resize(let width, let height): state.size = CanvasSize(width: width, height: height)
    case .tick(let now): state.tick(now)
    case .sourceChanged: state.asking.sourceChanged()
    case .answer(let id, let result): state.take(result, for: id)
    case .notice(let notice): state.tell(notice.kind, notice.text)
    }
    if state.environment != environment, let effect = state.wearEnvironment() { effects.append(effect) }
    if let ask = state.dueQuestion() { effects.append(ask) }
    return effects
}

extension ConsoleState {
    /// How long a notice is shown.
    private static let noticeLength = Nanoseconds.seconds(5)

    fileprivate mutating func tick(_ now: Timestamp) {
        self.now = now
        if let since = notice?.since, now.since(since) >= Self.noticeLength || now < since { notice = nil }
    }

    fileprivate mutating func take(_ result: Result<Answer, AnswerFailure>, for id: QuestionID) {
        switch result {
        case .success(.overview(let answer)):
            if asking.close(id, failure: nil) { overview.show(answer) }
        case .failure(let failure):
            _ = asking.close(id, failure: failure)
        }
    }

    /// Takes the theme of the environment that has come into view, or the usual one.
    fileprivate mutating func wearEnvironment() -> Effect? {
        let wanted = environment.flatMap { environmentThemes[$0] } ?? usualTheme
        guard wanted != theme, themes.contains(wanted) else { return nil }
        theme = wanted
        return .setTheme(wanted)
    }

    /// What is to be asked now. A pane that is not seen asks nothing.
    fileprivate mutating func dueQuestion() -> Effect? {
        guard let now, size.isLargeEnough else { return nil }
        let question = OverviewQuestion(
            scope: scope, length: time.length, at: end, grouping: overview.lens.grouping, filter: overview.lens.filter,
            chartCells: OverviewLayout.chartCells(width: size.width, isZoomed: overview.isZoomed))
        return asking.due(question, isLive: time.mode == .live, now: now, refresh: refresh)
    }
}
