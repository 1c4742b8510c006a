import Domain

/// What a rule would have found, step by step.
struct RulePast {
    /// The beginning of the first step.
    var start: Timestamp
    var step: Nanoseconds
    /// How many steps there are.
    var count: Int
    /// Subjects that were left out.
    var omitted = 0
    /// What was found of a step.
    var observe: (Int) -> [AlertObservation]

    /// What `rule` would have found over `range`.
    init(
        of rule: AlertRule, over range: TimeRange, _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws {
        switch rule.condition {
        case .threshold(let threshold) where threshold.measure == .freshness:
            try self.init(freshness: threshold, rule, range, &questions)
        case .threshold(let threshold): try self.init(threshold, rule, range, &questions)
        case .objective(let objective): try self.init(objective, rule, range, &questions)
        case .budget(let budget): try self.init(budget, rule, range, &questions)
        }
    }

    /// The finest step at which a range is read within moments: minutes of half a day, tens of minutes of eight days, else hours; longer
    /// where the rule looks at single series and there are many of them.
    private static func step(
        of range: TimeRange, atLeast shortest: Nanoseconds, _ rule: AlertRule,
        _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws -> Nanoseconds {
        let series = Int64(try questions.series(of: rule, before: range.to))
        let steps: [(step: Nanoseconds, longest: Nanoseconds)] = [(.minutes(1), .hours(12)), (.minutes(10), .days(8))]
        let finest = steps.first { step, longest in
            range.length <= longest && range.length.count / step.count * series <= Self.mostRows
        }
        return max(finest?.step ?? .hours(1), shortest)
    }

    /// Rows of sums that are read within a second.
    private static let mostRows: Int64 = 100_000

    /// The values of a window are those of steps of its length.
    private init(
        _ threshold: AlertRule.Threshold, _ rule: AlertRule, _ range: TimeRange,
        _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws {
        let wanted = try Self.step(of: range, atLeast: threshold.window, rule, &questions)
        var lines = try questions.lines(rule.by, rule.scope, range, step: wanted)
        let step = lines.step
        var earlier: SubjectLines?
        if case .earlier(let ago) = threshold.baseline {
            // Moved by whole steps, so that the steps of both fall together.
            let shift = Nanoseconds(max(1, (ago.count + step.count / 2) / step.count) * step.count)
            let past = TimeRange(from: range.from.advanced(by: -shift), to: range.to.advanced(by: -shift))
            earlier = try questions.lines(rule.by, rule.scope, past, step: step)
        }
        let omitted = lines.keepBusiest(AlertPreview.mostSubjects)
        let kept = lines
        self.init(start: lines.start, step: step, count: lines.count, omitted: omitted) { index in
            threshold.observe(
                kept.groups(index), earlier: earlier?.groups(index) ?? [:],
                at: kept.start.advanced(by: Nanoseconds(step.count * Int64(index + 1))), covering: step)
        }
    }

    private init(
        freshness threshold: AlertRule.Threshold, _ rule: AlertRule, _ range: TimeRange,
        _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws {
        let before = TimeRange(from: range.from.advanced(by: -threshold.window), to: range.to)
        let wanted = try Self.step(of: range, atLeast: .minutes(1), rule, &questions)
        var lines = try questions.lines(rule.by, rule.scope, before, step: wanted)
        let omitted = lines.keepBusiest(AlertPreview.mostSubjects)
        let (kept, step) = (lines, lines.step)
        let first = Int(max(0, range.from.since(lines.start).count / step.count))
        let length = Int(max(1, threshold.window.count / step.count))
        self.init(
            start: kept.start.advanced(by: Nanoseconds(step.count * Int64(first))), step: step,
            count: max(0, kept.count - first), omitted: omitted
        ) { index in
            let last = first + index
            let from = max(0, last - length + 1)
            let start = kept.start.advanced(by: Nanoseconds(step.count * Int64(from)))
            return kept.points.compactMap { subject, points in
                threshold.freshness(
                    subject, points[from...last], start, step,
                    at: kept.start.advanced(by: Nanoseconds(step.count * Int64(last + 1))))
            }
        }
    }

    private init(
        _ objective: AlertRule.Objective, _ rule: AlertRule, _ range: TimeRange,
        _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws {
        let before = TimeRange(from: range.from.advanced(by: .days(-3)), to: range.to)
        let wanted = try Self.step(of: range, atLeast: .minutes(10), rule, &questions)
        var lines = try questions.lines(rule.by, rule.scope, before, step: wanted, slowerThan: objective.slowerThan)
        let omitted = lines.keepBusiest(AlertPreview.mostSubjects)
        let step = lines.step
        let first = Int(max(0, range.from.since(lines.start).count / step.count))
        let running = lines.points.mapValues { points in
            points.reduce(into: [AlertRule.Objective.Tally()]) { sums, point in
                var sum = sums.last ?? .init()
                let tally = point.map(objective.tally) ?? .init()
                sum.calls += tally.calls
                sum.bad += tally.bad
                sums.append(sum)
            }
        }
        let start = lines.start
        self.init(
            start: start.advanced(by: Nanoseconds(step.count * Int64(first))), step: step,
            count: max(0, lines.count - first), omitted: omitted
        ) { index in
            let end = first + index + 1
            return running.compactMap { subject, sums in
                objective.observation(subject, at: start.advanced(by: Nanoseconds(step.count * Int64(end)))) { window in
                    let begin = max(0, end - Int(max(1, window.count / step.count)))
                    let (from, to) = (sums[begin], sums[end])
                    return .init(calls: to.calls - from.calls, bad: to.bad - from.bad)
                }
            }
        }
    }

    private init(
        _ budget: AlertRule.Budget, _ rule: AlertRule, _ range: TimeRange,
        _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws {
        let reckoning = BudgetReckoning(rule: rule, budget: budget)
        let earliest = reckoning.earliest(BudgetMonth(containing: range.from))
        var lines = try questions.lines(
            rule.by, rule.scope, TimeRange(from: earliest, to: range.to), step: .hours(1))
        lines.leaveOutNobody()
        let omitted = lines.keepBusiest(AlertPreview.mostSubjects)
        let (kept, step) = (lines, lines.step)
        let first = Int(max(0, range.from.since(lines.start).count / step.count))
        self.init(
            start: kept.start.advanced(by: Nanoseconds(step.count * Int64(first))), step: step,
            count: max(0, kept.count - first), omitted: omitted
        ) { index in
            let end = kept.start.advanced(by: Nanoseconds(step.count * Int64(first + index + 1)))
            return kept.points.compactMap { subject, points in
                reckoning.status(subject, points.prefix(first + index + 1), hoursFrom: kept.start, at: end)
                    .map { budget.observation($0, end) }
            }
        }
    }

    private init(
        start: Timestamp, step: Nanoseconds, count: Int, omitted: Int,
        observe: @escaping (Int) -> [AlertObservation]
    ) {
        (self.start, self.step, self.count, self.omitted, self.observe) = (start, step, count, omitted, observe)
    }
}

extension SubjectLines {
    /// How many steps every subject has.
    var count: Int { points.values.map(\.count).min() ?? 0 }

    /// The numbers of all subjects that had calls in a step.
    func groups(_ index: Int) -> [AlertSubject: Measures] {
        points.compactMapValues { points in
            guard points.indices.contains(index), let measures = points[index], measures.calls > 0 else { return nil }
            return measures
        }
    }

    /// Leaves all out but the subjects with most calls; how many were left out.
    mutating func keepBusiest(_ most: Int) -> Int {
        guard points.count > most else { return 0 }
        let calls = points.mapValues { $0.reduce(0) { $0 + ($1?.calls ?? 0) } }
        let ranked = points.keys.sorted { a, b in
            let (first, second) = (calls[a] ?? 0, calls[b] ?? 0)
            return first != second ? first > second : a.sortKey < b.sortKey
        }
        for subject in ranked.dropFirst(most) { points[subject] = nil }
        return ranked.count - most
    }
}
