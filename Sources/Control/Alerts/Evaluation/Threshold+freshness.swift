import Domain

extension AlertRule.Threshold {
    /// How long ago the last call of each subject ended, to the minute: sums know nothing shorter, so that a call is taken to have ended
    /// with its minute.
    func observeFreshness(
        _ rule: AlertRule, _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws -> [AlertObservation] {
        let time = questions.time
        let lines = try questions.lines(
            rule.by, rule.scope, TimeRange(last: window, before: time), step: .minutes(1))
        return lines.points.compactMap { subject, points in
            freshness(subject, points, lines.start, lines.step, at: time)
        }
    }

    /// The observation of a subject at `time`, by its points from `start` on; nil when it has no calls.
    func freshness(
        _ subject: AlertSubject, _ points: some Sequence<Measures?>, _ start: Timestamp, _ step: Nanoseconds,
        at time: Timestamp
    ) -> AlertObservation? {
        var calls: Int64 = 0
        var last: Int64 = -1
        var pause: Int64 = 0
        var index: Int64 = 0
        for point in points {
            if let point, point.calls > 0 {
                calls += point.calls
                pause = max(pause, index - last)
                last = index
            }
            index += 1
        }
        guard last >= 0 else { return nil }
        let end = start.advanced(by: Nanoseconds(step.count * (last + 1)))
        let age = max(0, time.since(end).seconds)
        // The time before the first call counts as a pause: a source that began just now is not known to be steady.
        let factor = baseline == .longestPause ? Double(pause) * step.seconds : 1
        return judged(subject, age, calls, factor, calls >= fewestCalls, at: time)
    }
}
