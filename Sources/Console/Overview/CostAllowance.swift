import Diagnosis
import Domain

extension ConsoleState {
    /// Dollars an hour that a budget of exactly the calls that are looked at allows in this month; nil when there is none.
    func costAllowance(_ answer: OverviewAnswer) -> Double? {
        guard let board = alerts.view?.board else { return nil }
        let looked = limiting(answer.question.fullFilter.terms, answer.summary)
        let budget = board.budgets.first { budget in
            guard budget.unit == .dollars, let rule = board.rules.first(where: { $0.rule.name == budget.name })?.rule
            else {
                return false
            }
            return limiting(rule.scope.terms + budget.subject.terms, answer.summary) == looked
        }
        return budget.map { $0.amount / answer.question.at.hoursOfMonth }
    }

    /// The terms that leave anything out: the only environment and the only service there are do not.
    private func limiting(_ terms: [FilterTerm], _ summary: StoreSummary) -> Set<FilterTerm> {
        let all = [(Dimension.environment, summary.environments), (.service, summary.services)].filter {
            $0.1.count == 1
        }
        .map { FilterTerm(.equals($0.0, $0.1)) }
        return Set(terms).subtracting(all)
    }
}

extension Timestamp {
    /// Hours of the calendar month (UTC) in which the moment lies.
    fileprivate var hoursOfMonth: Double {
        let month = day.description.prefix(8)
        let days = (29...31).last { Day("\(month)\($0)") != nil } ?? 28
        return Double(days) * 24
    }
}
