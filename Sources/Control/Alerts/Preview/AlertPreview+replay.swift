import Domain

extension AlertPreview {
    /// When `rule` would have fired over `range`, as far as `source` still knows: what was found at each step goes through the same life
    /// cycle as what is found now.
    ///
    /// - Throws: why the source cannot be read.
    public static func of(
        _ rule: AlertRule, in source: some TelemetrySource, over range: TimeRange
    ) throws -> AlertPreview {
        var questions = RuleQuestions(source: source, time: range.to)
        questions.mostPoints = 500_000
        let past = try RulePast(of: rule, over: range, &questions)
        var replay = AlertReplay(rule, past, range)
        replay.run()
        return replay.preview
    }

    /// Subjects that a preview looks at.
    public static let mostSubjects = 200
}

/// Lives through what a rule would have found.
struct AlertReplay {
    private(set) var preview: AlertPreview
    private let rule: AlertRule
    private let past: RulePast
    private var book = AlertBook()
    private var open: [AlertID: AlertPreview.Episode] = [:]

    init(_ rule: AlertRule, _ past: RulePast, _ range: TimeRange) {
        (self.rule, self.past) = (rule, past)
        preview = AlertPreview(rule: rule, range: range, step: past.step)
        preview.omitted = past.omitted
    }

    mutating func run() {
        for index in 0..<past.count {
            let begin = past.start.advanced(by: Nanoseconds(past.step.count * Int64(index)))
            let observations = past.observe(index)
            // What was found of a step held from its beginning to its end; looks in between keep the clock from leaping.
            var moment = begin
            let last = begin.advanced(by: Nanoseconds(past.step.count - AlertLifeCycle.interval.count))
            while moment < last {
                look(observations, at: moment)
                moment = moment.advanced(by: .minutes(5))
            }
            look(observations, at: last)
        }
        preview.episodes += open.values
        preview.episodes.sort { a, b in
            a.from != b.from ? a.from < b.from : a.subject.sortKey < b.subject.sortKey
        }
    }

    private mutating func look(_ observations: [AlertObservation], at moment: Timestamp) {
        let evaluation = RuleEvaluation(of: rule, at: moment, observations)
        let (events, notifications) = AlertLifeCycle.advance(&book, [evaluation], at: moment)
        for notification in notifications where notification.kind == .firing {
            preview.told += 1
            if notification.severity == .page { preview.paged += 1 }
        }
        for event in events where event.kind == .resolved {
            guard var episode = open.removeValue(forKey: event.alert) else { continue }
            episode.to = moment
            preview.episodes.append(episode)
        }
        for alert in book.alerts.values where alert.isActive { note(alert) }
    }

    private mutating func note(_ alert: Alert) {
        let isNoData = alert.reading.value == nil
        var episode =
            open[alert.id]
            ?? .init(
                subject: alert.subject, watched: alert.watched, severity: alert.severity, isNoData: isNoData,
                from: alert.since, to: nil, peak: alert.reading)
        episode.severity = max(episode.severity, alert.severity)
        episode.isNoData = episode.isNoData && isNoData
        let isWorse =
            switch (episode.peak.value, alert.reading.value) {
            case (nil, _?): true
            case (let old?, let new?): alert.watched.isLow ? new < old : new > old
            default: false
            }
        if isWorse { (episode.peak, episode.watched) = (alert.reading, alert.watched) }
        open[alert.id] = episode
    }
}

extension AlertWatched {
    /// Whether low values are the bad ones.
    fileprivate var isLow: Bool { if case .measure(_, _, .below) = self { true } else { false } }
}
