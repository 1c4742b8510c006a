import Domain

/// Looks at rules. Everything that it asks for is answered from sums, so that a look costs the same however many calls there were.
public struct AlertEvaluator: Sendable {
    /// Budgets are asked for less often than the rest: they look at weeks.
    private var budgets: [String: RuleEvaluation] = [:]

    /// An evaluator that has looked at nothing yet.
    public init() {}

    /// What each rule finds at `time`, in their order. What cannot be read is told as the trouble of its rule; the others go on.
    public mutating func evaluate(
        _ rules: [AlertRule], in source: some TelemetrySource, at time: Timestamp
    ) -> [RuleEvaluation] {
        var questions = RuleQuestions(source: source, time: time)
        budgets = budgets.filter { name, _ in rules.contains { $0.name == name } }
        return rules.map { rule in
            do {
                return try evaluate(rule, &questions)
            } catch {
                return RuleEvaluation(of: rule, at: time, [], trouble: "\(error)")
            }
        }
    }

    private mutating func evaluate(
        _ rule: AlertRule, _ questions: inout RuleQuestions<some TelemetrySource>
    ) throws -> RuleEvaluation {
        let time = questions.time
        switch rule.condition {
        case .threshold(let threshold):
            return .init(of: rule, at: time, worstOf: try threshold.observe(rule, &questions))
        case .objective(let objective):
            return .init(of: rule, at: time, worstOf: try objective.observe(rule, &questions))
        case .budget(let budget):
            if let kept = budgets[rule.name], kept.rule == rule, kept.time <= time,
                time.since(kept.time) < (rule.by == [.user] ? .minutes(5) : .minutes(1))
            {
                return kept
            }
            let statuses = try BudgetReckoning(rule: rule, budget: budget).statuses(&questions)
            var evaluation = RuleEvaluation(of: rule, at: time, worstOf: statuses.map { budget.observation($0, time) })
            evaluation.budgets = statuses
            budgets[rule.name] = evaluation
            return evaluation
        }
    }
}

extension RuleEvaluation {
    /// What was found, the worst first, as many as are looked at.
    init(of rule: AlertRule, at time: Timestamp, worstOf observations: [AlertObservation]) {
        let ranked = observations.sorted { a, b in
            if a.isEvidence != b.isEvidence { return a.isEvidence }
            if a.crossed != b.crossed {
                return (a.crossed.map { $0 == .page ? 2 : 1 } ?? 0) > (b.crossed.map { $0 == .page ? 2 : 1 } ?? 0)
            }
            return a.excess != b.excess ? a.excess > b.excess : a.reading.calls > b.reading.calls
        }
        self.init(
            of: rule, at: time, Array(ranked.prefix(Self.mostSubjects)),
            omitted: max(0, ranked.count - Self.mostSubjects))
    }
}

extension AlertObservation {
    /// How far beyond its limit the value lies, as a multiple; the larger the worse.
    fileprivate var excess: Double {
        guard let value = reading.value, let limit = reading.limit else { return 0 }
        if case .measure(_, _, .below) = watched { return value == 0 ? .infinity : limit / value }
        return limit == 0 ? value : value / limit
    }
}
