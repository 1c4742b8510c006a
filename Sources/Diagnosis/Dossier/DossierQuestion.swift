import Domain

/// What is to be known of an alert by whoever takes it over.
public struct DossierQuestion: Hashable, Sendable {
    public var alert: Alert
    /// The rule that made it; nil when it is gone.
    public var rule: AlertRule?
    /// The moment at which it is asked; nothing later is looked at.
    public var at: Timestamp

    /// A question about `alert`, asked at `at`.
    public init(alert: Alert, rule: AlertRule?, at: Timestamp) { (self.alert, self.rule, self.at) = (alert, rule, at) }

    /// What came before it began, and after it was over, belongs to the picture.
    private static let margin = (before: Nanoseconds.minutes(30), after: Nanoseconds.minutes(10))
    /// An alert is firing a while after its cause: the rule demands that it lasts.
    private var lag: Nanoseconds {
        guard case .threshold(let threshold)? = rule?.condition else { return .minutes(5) }
        return min(threshold.window, .hours(1))
    }

    /// When it is or was wrong: from the window of the first reading beyond a limit to the end.
    public var wrong: TimeRange {
        TimeRange(from: min(alert.since, at).advanced(by: -lag), to: end(after: .seconds(0)))
    }
    /// The range that tells the story.
    public var range: TimeRange {
        TimeRange(
            from: wrong.from.advanced(by: -Self.margin.before).floored(to: .minutes(1)),
            to: end(after: Self.margin.after))
    }
    /// The calls that it is about.
    public var calls: Filter { Filter((rule?.scope.terms ?? []) + alert.subject.terms) }

    /// What changes are to explain. The calls are those of the place, not of a release or model only: a change is told by how the calls
    /// that it touches differ from those beside them.
    var explanation: IncidentQuestion {
        let place = AlertSubject(
            alert.subject.labels.filter { $0.dimension == .environment || $0.dimension == .service })
        return IncidentQuestion(range: wrong, filter: Filter((rule?.scope.terms ?? []) + place.terms), at: at)
    }

    /// The calls among which those with one value of `dimension` are told from the others.
    func calls(splitBy dimension: Dimension) -> Filter {
        let subject = AlertSubject(alert.subject.labels.filter { $0.dimension != dimension })
        return Filter((rule?.scope.terms ?? []) + subject.terms)
    }

    private func end(after margin: Nanoseconds) -> Timestamp {
        guard case .resolved(_, let end) = alert.state else { return at }
        return min(at, end.advanced(by: margin))
    }
}

extension AlertSubject {
    /// The conditions that the calls of the subject meet.
    public var terms: [FilterTerm] {
        labels.map { FilterTerm(.equals($0.dimension, [$0.value ?? "unknown"])) }
    }
}
