import Domain

/// How far the budgets of a rule are used.
struct BudgetReckoning {
    var rule: AlertRule
    var budget: AlertRule.Budget

    /// The status of each subject that used something this month, the nearest to its end first.
    func statuses(_ questions: inout RuleQuestions<some TelemetrySource>) throws -> [BudgetStatus] {
        let month = BudgetMonth(containing: questions.time)
        let statuses =
            rule.by == [.user] ? try users(month, &questions) : try days(month, &questions)
        return statuses.sorted { a, b in
            let (first, second) = (a.share, b.share)
            return first != second ? first > second : a.subject.sortKey < b.subject.sortKey
        }
    }

    /// From what each day used. Days before the first with calls did not exist for a subject; the first is left out of the forecast, as
    /// nobody knows when in it the subject began, unless it is the first that was asked for.
    private func days(
        _ month: BudgetMonth, _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws -> [BudgetStatus] {
        let now = questions.time
        let lines = try questions.lines(
            rule.by, rule.scope, TimeRange(from: earliest(month), to: now), step: .days(1))
        return lines.points.compactMap { subject, points in
            status(subject, points.map { $0.map(use) ?? .none }, from: lines.start.day, month, at: now)
        }
    }

    /// The first moment that matters for `month`.
    func earliest(_ month: BudgetMonth) -> Timestamp {
        min(month.first.start, month.today.advanced(by: -Int32(BudgetForecast.mostDays)).start)
    }

    /// The status at `now` from points of an hour each, the first of which begins at `start`.
    func status(
        _ subject: AlertSubject, _ hours: some Sequence<Measures?>, hoursFrom start: Timestamp, at now: Timestamp
    ) -> BudgetStatus? {
        var days: [Use] = []
        var hour = start
        for point in hours {
            let index = Int(hour.day.number - start.day.number)
            while days.count <= index { days.append(.none) }
            if let point { days[index].add(use(point)) }
            hour = hour.advanced(by: .hours(1))
        }
        return status(subject, days, from: start.day, BudgetMonth(containing: now), at: now)
    }

    /// What a day used, and whether there were calls at all.
    private struct Use {
        var amount: Double
        var hasCalls: Bool

        static let none = Use(amount: 0, hasCalls: false)

        mutating func add(_ other: Use) {
            amount += other.amount
            hasCalls = hasCalls || other.hasCalls
        }
    }

    private func use(_ measures: Measures) -> Use {
        Use(amount: budget.used(measures) ?? 0, hasCalls: measures.calls > 0)
    }

    private func status(
        _ subject: AlertSubject, _ days: [Use], from start: Day, _ month: BudgetMonth, at now: Timestamp
    ) -> BudgetStatus? {
        guard let first = days.firstIndex(where: \.hasCalls) else { return nil }
        let today = max(0, Int(month.today.number - start.number))
        let firstOfMonth = max(0, Int(month.first.number - start.number))
        // Right after midnight there is nothing of today yet.
        let used = (0...today).map { days.indices.contains($0) ? days[$0].amount : 0 }
        let ofMonth = used[min(firstOfMonth, today)...].reduce(0, +)
        let complete = Array(used[min(first == 0 ? 0 : first + 1, today)..<today])
        let forecast = BudgetForecast(
            days: complete, today: month.today.number, usedThisMonth: ofMonth,
            shareOfToday: now.since(month.today.start).seconds / 86_400, daysLeft: month.daysLeft
        ).forecast
        guard ofMonth > 0 || forecast?.expected ?? 0 > 0 else { return nil }
        return status(subject, today: used[today], month: ofMonth, forecast)
    }

    /// From the sums of users. What each day used is known of those who cost most: the others are without a forecast.
    private func users(
        _ month: BudgetMonth, _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws -> [BudgetStatus] {
        let now = questions.time
        let ofMonth = try questions.groups(rule.by, rule.scope, window: now.since(month.first.start))
        let ofToday = try questions.groups(rule.by, rule.scope, window: now.since(month.today.start))
        let known = try days(month, &questions)
        let forecasts = Dictionary(known.map { ($0.subject, $0.forecast) }, uniquingKeysWith: { first, _ in first })
        return ofMonth.compactMap { subject, measures in
            guard !subject.isNobody, let used = budget.used(measures) else { return nil }
            return status(
                subject, today: ofToday[subject].flatMap(budget.used) ?? 0, month: used, forecasts[subject] ?? nil)
        }
    }

    private func status(
        _ subject: AlertSubject, today: Double, month: Double, _ forecast: BudgetStatus.Forecast?
    ) -> BudgetStatus {
        BudgetStatus(
            name: rule.name, subject: subject, unit: budget.unit, amount: budget.amount, today: today, month: month,
            forecast: forecast)
    }
}

extension AlertSubject {
    /// Whether it is the rest beyond the users that are kept, or calls without one.
    fileprivate var isNobody: Bool {
        labels.contains { $0.dimension == .user } && [nil, "other"].contains(self[.user])
    }
}

extension SubjectLines {
    /// Leaves out what is no single user's.
    mutating func leaveOutNobody() { points = points.filter { !$0.key.isNobody } }
}

extension AlertRule.Budget {
    /// What calls used, in the budget's unit; nil when nobody says.
    func used(_ measures: Measures) -> Double? {
        switch unit {
        case .dollars: measures.cost?.usd
        case .tokens: measures.tokens
        }
    }

    /// What a status means for the rule.
    func observation(_ status: BudgetStatus, _ time: Timestamp) -> AlertObservation {
        let share = status.share
        let crossed: AlertSeverity? =
            page.map { share >= $0 } ?? false ? .page : warn.map { share >= $0 } ?? false ? .warn : nil
        return AlertObservation(
            subject: status.subject,
            reading: AlertReading(time: time, value: share, limit: crossed == .warn ? warn : page ?? warn, calls: 0),
            crossed: crossed, watched: .budget(unit))
    }
}

extension BudgetStatus {
    /// The share of the amount that the month will have used, or has used already.
    var share: Double { max(month, forecast?.expected ?? 0) / amount }
}
