import Domain

extension AlertRule.Objective {
    /// Two windows that must both use up the error budget faster than `rate`: the long one shows that it matters, the short one that it
    /// goes on. Google SRE Workbook (2018), chapter 5, table 5-8.
    struct Windows: Hashable {
        var long: Nanoseconds
        var short: Nanoseconds
        var rate: Double
        var severity: AlertSeverity

        /// Ordered by how much is used up until they tell: 2 %, 5 % and 10 % of the budget of thirty days.
        static let all = [
            Windows(long: .hours(1), short: .minutes(5), rate: 14.4, severity: .page),
            Windows(long: .hours(6), short: .minutes(30), rate: 6, severity: .page),
            Windows(long: .days(3), short: .hours(6), rate: 1, severity: .warn),
        ]
    }

    /// Calls, and those of them that were bad.
    struct Tally: Hashable {
        var calls: Int64 = 0
        var bad: Int64 = 0
    }

    /// The latency that a good call stays below; nil when that does not matter.
    var slowerThan: Double? { if case .fasterThan(let seconds) = good { seconds } else { nil } }

    /// What is found of each subject that had calls within the last six hours.
    func observe(
        _ rule: AlertRule, _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws -> [AlertObservation] {
        var tallies: [AlertSubject: [Nanoseconds: Tally]] = [:]
        for window in Set(Windows.all.flatMap { [$0.long, $0.short] }) {
            let groups = try questions.groups(rule.by, rule.scope, window: window, slowerThan: slowerThan)
            for (subject, measures) in groups { tallies[subject, default: [:]][window] = tally(measures) }
        }
        return tallies.compactMap { subject, tallies in
            observation(subject, at: questions.time) { tallies[$0] ?? Tally() }
        }
    }

    func tally(_ measures: Measures) -> Tally {
        switch good {
        case .withoutError: Tally(calls: measures.calls, bad: measures.errors)
        case .fasterThan: Tally(calls: measures.duration?.count ?? 0, bad: measures.slowCalls ?? 0)
        }
    }

    /// What the tallies of its windows say of a subject; nil when it had no calls for long.
    func observation(
        _ subject: AlertSubject, at time: Timestamp, _ tally: (Nanoseconds) -> Tally
    ) -> AlertObservation? {
        guard tally(.hours(6)).calls > 0 else { return nil }
        // Bad calls as a share of those that may be bad: 1 uses the budget up in just its period.
        func rate(_ tally: Tally) -> Double {
            tally.calls > 0 ? Double(tally.bad) / Double(tally.calls) / (1 - target) : 0
        }
        var worst: (windows: Windows, rate: Double, calls: Int64, crossed: Bool)?
        var isEvidence = false
        for windows in Windows.all {
            let (long, short) = (tally(windows.long), tally(windows.short))
            guard short.calls >= fewestCalls else { continue }
            isEvidence = true
            let rate = min(rate(long), rate(short))
            let found = (windows, rate, long.calls, rate > windows.rate)
            guard let known = worst else {
                worst = found
                continue
            }
            if known.crossed ? false : found.3 || rate / windows.rate > known.rate / known.windows.rate {
                worst = found
            }
        }
        let (windows, rate, calls, crossed) = worst ?? (Windows.all[0], 0, tally(.hours(1)).calls, false)
        return AlertObservation(
            subject: subject, reading: AlertReading(time: time, value: rate, limit: windows.rate, calls: calls),
            crossed: crossed ? windows.severity : nil, watched: .objective(target: target, long: windows.long),
            isEvidence: isEvidence)
    }
}
