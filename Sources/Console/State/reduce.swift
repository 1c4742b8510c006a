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
    case .sourceChanged: state.sourceChanged()
    case .progress(let id, let progress): state.take(progress, for: id)
    case .answer(let id, let result): state.take(result, for: id)
    case .notice(let notice): state.tell(notice.kind, notice.text)
    case .performed(let id, let result): state.finish(id, result)
    }
    if state.environment != environment, let effect = state.wearEnvironment() { effects.append(effect) }
    if state.place == .request { state.settleRequest() }
    return effects + state.dueQuestions()
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
        case .success(.requests(let answer)):
            if requests.asking.close(id, failure: nil) { take(answer) }
        case .success(.vocabulary(let words)):
            if vocabulary.asking.close(id, failure: nil) { vocabulary.words = words }
        case .success(.request(let answer)):
            if request?.asking.close(id, failure: nil) == true { request?.show(answer) }
        case .success(.reading(let answer)):
            if request?.readingAsking.close(id, failure: nil) == true { request?.show(answer) }
        case .success(.health(let answer)):
            if health.asking.close(id, failure: nil) { health.answer = answer }
        case .success(.board(let answer)):
            if alerts.asking.close(id, failure: nil) { take(answer) }
        case .success(.alert(let answer)):
            if alerts.detailAsking.close(id, failure: nil) { alerts.detail = answer }
        case .success(.preview(let answer)):
            if alerts.preview?.asking.close(id, failure: nil) == true { alerts.preview?.answer = answer }
        case .success(.dossier(let answer)):
            if incident?.asking.close(id, failure: nil) == true { incident?.dossier = answer }
        case .success(.prompts(let answer)):
            if prompts.asking.close(id, failure: nil) { prompts.show(answer) }
        case .success(.comparison(let answer)):
            if comparison?.asking.close(id, failure: nil) == true { comparison?.show(answer) }
        case .success(.evaluations(let answer)):
            if evaluations.asking.close(id, failure: nil) { evaluations.answer = answer }
        case .success(.rollouts(let answer)):
            if rollouts.asking.close(id, failure: nil) { take(answer) }
        case .success(.rollout(let answer)):
            if rollouts.detailAsking.close(id, failure: nil) { take(answer) }
        case .success(.audit(let answer)):
            if audit.asking.close(id, failure: nil) { audit.answer = answer }
        case .success(.session(let answer)):
            if session?.asking.close(id, failure: nil) == true { session?.answer = answer }
        case .failure(let failure):
            switch id.kind {
            case .health: _ = health.asking.close(id, failure: failure)
            case .board: _ = alerts.asking.close(id, failure: failure)
            case .preview: _ = alerts.preview?.asking.close(id, failure: failure)
            case .dossier: _ = incident?.asking.close(id, failure: failure)
            case .prompts: _ = prompts.asking.close(id, failure: failure)
            case .evaluations: _ = evaluations.asking.close(id, failure: failure)
            case .rollouts: _ = rollouts.asking.close(id, failure: failure)
            case .rollout: _ = rollouts.detailAsking.close(id, failure: failure)
            case .audit: _ = audit.asking.close(id, failure: failure)
            case .comparison: _ = comparison?.asking.close(id, failure: failure)
            case .alert: _ = alerts.detailAsking.close(id, failure: failure)
            case .overview: _ = asking.close(id, failure: failure)
            case .requests:
                if requests.asking.close(id, failure: failure) { requests.progress = nil }
            case .request: _ = request?.asking.close(id, failure: failure)
            case .reading: _ = request?.readingAsking.close(id, failure: failure)
            case .session: _ = session?.asking.close(id, failure: failure)
            case .vocabulary: _ = vocabulary.asking.close(id, failure: failure)
            }
        }
    }

    /// What became of a command.
    fileprivate mutating func finish(_ id: CommandID, _ result: Result<ControlOutcome, ControlRefusal>) {
        guard let command = pending.finish(id) else { return }
        switch result {
        case .failure(let refusal):
            if case .rollout(let id, let command) = command {
                refuse(command, of: id, refusal)
            } else {
                tell(.failed, "not stored: \(refusal.message)")
            }
        case .success(.feedback(let feedback)): take(feedback, after: command)
        case .success(.alerts): carryOut(command)
        case .success(.review):
            tell(.done, "your review is stored")
            comparison?.asking.forget()
            prompts.asking.forget()
        case .success(.rollout): if case .rollout(_, let command) = command { carryOut(command) }
        }
        request?.asking.sourceChanged()
        prepareAlerts()
    }

    fileprivate mutating func take(_ progress: SearchProgress, for id: QuestionID) {
        if id == requests.asking.open?.id { requests.progress = progress }
    }

    fileprivate mutating func sourceChanged() {
        asking.sourceChanged()
        requests.asking.sourceChanged()
        request?.asking.sourceChanged()
        request?.readingAsking.sourceChanged()
        health.asking.sourceChanged()
        alerts.asking.sourceChanged()
        alerts.detailAsking.sourceChanged()
        incident?.asking.sourceChanged()
        prompts.asking.sourceChanged()
        comparison?.asking.sourceChanged()
        rollouts.asking.sourceChanged()
        rollouts.detailAsking.sourceChanged()
        evaluations.asking.sourceChanged()
        audit.asking.sourceChanged()
        session?.asking.sourceChanged()
    }

    /// Takes the theme of the environment that has come into view, or the usual one.
    fileprivate mutating func wearEnvironment() -> Effect? {
        let wanted = environment.flatMap { environmentThemes[$0] } ?? usualTheme
        guard wanted != theme, themes.contains(wanted) else { return nil }
        theme = wanted
        return .setTheme(wanted)
    }

    /// While Overview is not seen, its numbers are only wanted for the header.
    private static let headerRefresh = Nanoseconds.seconds(5)

    /// What is to be asked now. A pane that is not seen asks nothing, but for the numbers of the header.
    fileprivate mutating func dueQuestions() -> [Effect] {
        guard let now, size.isLargeEnough else { return [] }
        let isLive = time.mode == .live
        let question = OverviewQuestion(
            scope: scope, length: time.length, at: end, grouping: overview.lens.grouping, filter: overview.lens.filter,
            chartCells: OverviewLayout.chartCells(width: size.width, isZoomed: overview.isZoomed))
        let pace = place == .overview ? refresh : max(refresh, Self.headerRefresh)
        var effects = [
            asking.due(question, isLive: isLive, now: now, refresh: pace), dueBoard(now: now),
            dueRollouts(now: now),
        ]
        switch place {
        case .overview: break
        case .alerts: effects += [dueAlertDetail(now: now), duePreview(now: now)]
        case .incident: effects.append(dueDossier(now: now))
        case .prompts:
            let question = PromptsQuestion(scope: scope, length: time.length, at: end)
            effects.append(prompts.asking.due(question, isLive: isLive, now: now, refresh: refresh))
        case .comparison, .behaviour: effects.append(dueComparison(now: now))
        case .rollouts: effects.append(dueRollout(now: now))
        case .evaluations:
            let question = EvaluationsQuestion(run: evaluations.selected?.id, at: end)
            effects.append(evaluations.asking.due(question, isLive: isLive, now: now, refresh: refresh))
        case .audit:
            let question = AuditQuestion(isVerified: audit.isVerified, at: end)
            effects.append(audit.asking.due(question, isLive: isLive, now: now, refresh: refresh))
        case .health:
            effects.append(health.asking.due(HealthQuestion(at: end), isLive: isLive, now: now, refresh: refresh))
        case .requests:
            effects.append(dueRequests(now: now))
        case .request:
            guard let request else { break }
            let trace = RequestQuestion(trace: request.trace)
            effects.append(self.request?.asking.due(trace, isLive: isLive, now: now, refresh: refresh))
            if let reading = request.waterfall.span.map({ ReadingQuestion(trace: request.trace, span: $0) }) {
                effects.append(self.request?.readingAsking.due(reading, isLive: isLive, now: now, refresh: refresh))
            }
            effects.append(dueSession(now: now))
        }
        effects.append(dueVocabulary(now: now))
        return effects.compactMap { $0 }
    }
}
