import Domain
import Drawing

/// What an alert says in one sentence, the same on every screen and in every message.
///
/// The names in it are as they came: whoever draws the sentence sanitises it, whoever sends it escapes it for the channel.
public enum AlertSentence {
    /// The sentence about `alert` as it stands at `time`, such as `p95 latency support-api 4.02 s > 3 s for 6 m`.
    ///
    /// - Parameter budget: the budget that the alert is about, when it is at hand: amounts are then told beside the share.
    public static func text(_ alert: Alert, at time: Timestamp, budget: BudgetStatus? = nil) -> String {
        if case .noData(let since) = alert.state { return noCalls(alert, for: length(from: since, to: time)) }
        return switch alert.watched {
        case .measure(let measure, _, let side): measured(alert, measure, side, at: time)
        case .objective(let target, let long): burning(alert, target: target, over: long)
        case .budget(let unit): forecast(alert, in: unit, budget)
        }
    }

    private static func measured(
        _ alert: Alert, _ measure: AlertMeasure, _ side: AlertWatched.Side, at time: Timestamp
    ) -> String {
        let (value, limit) = (alert.reading.value, alert.reading.limit)
        if case .resolved(let since, let end) = alert.state {
            let now = value.map { "back to \(measure.text($0))" } ?? "without data"
            return words(measure.name, subject(alert), "\(now), after \(length(from: since, to: end))")
        }
        if measure == .freshness { return noCalls(alert, for: Format.age(seconds: value)) }
        guard let value, let limit else {
            return words(measure.name, subject(alert), "without data for", length(from: alert.since, to: time))
        }
        // While it flaps or before it has resolved, the last value may lie on the good side.
        let isBeyond = side == .above ? value > limit : value < limit
        let bound = isBeyond ? "\(side.sign) \(measure.limit(limit))" : "(limit \(measure.limit(limit)))"
        return words(
            measure.name, subject(alert), measure.text(value), bound, "for", length(from: alert.since, to: time))
    }

    private static func noCalls(_ alert: Alert, for length: String) -> String {
        if case .resolved(let since, let end) = alert.state {
            return words("calls", whose(alert), "again, after", self.length(from: since, to: end))
        }
        return words("no calls", whose(alert), "for", length)
    }

    private static func burning(_ alert: Alert, target: Double, over window: Nanoseconds) -> String {
        let goal = Format.percent(exactly: target)
        let who = subject(alert).isEmpty ? alert.rule : subject(alert)
        if case .resolved(let since, let end) = alert.state {
            return "\(who) keeps within its error budget (\(goal)) again, after \(length(from: since, to: end))"
        }
        guard let rate = alert.reading.value else { return "\(who) is without data on its error budget (\(goal))" }
        return "\(who) burns its error budget (\(goal)) \(Format.decimal(rate, decimals: 1)) times too fast over "
            + Format.age(seconds: window.seconds)
    }

    private static func forecast(_ alert: Alert, in unit: BudgetUnit, _ budget: BudgetStatus?) -> String {
        let name = words("budget \(alert.rule)", subject(alert))
        guard let share = alert.reading.value else { return name + " without a forecast" }
        let verb = alert.isResolved ? "forecast back to" : "forecast"
        let percent = Format.decimal(share * 100, decimals: 0) + " %"
        guard let budget, let forecast = budget.forecast else { return "\(name): \(verb) \(percent) of the month" }
        return "\(name): \(verb) \(unit.text(forecast.expected)) of \(unit.text(budget.amount)) (\(percent))"
    }

    private static func subject(_ alert: Alert) -> String { alert.subject.text }

    private static func whose(_ alert: Alert) -> String {
        let text = alert.subject.text
        return text.isEmpty ? "" : alert.subject.labels.first?.dimension == .service ? "from \(text)" : "of \(text)"
    }

    private static func length(from: Timestamp, to: Timestamp) -> String {
        Format.age(seconds: max(0, to.since(from).seconds))
    }

    private static func words(_ parts: String...) -> String {
        parts.filter { !$0.isEmpty }.joined(separator: " ")
    }
}

extension AlertWatched.Side {
    fileprivate var sign: String {
        switch self {
        case .above: ">"
        case .below: "<"
        }
    }
}

extension Alert {
    fileprivate var isResolved: Bool {
        if case .resolved = state { true } else { false }
    }
}
