import Domain
import Drawing

extension AlertEvent {
    /// What happened, in words, such as `fired: page at 4.02 s`.
    public func text(_ watched: AlertWatched) -> String {
        let amount = value.map { " at \(watched.text($0))" } ?? ""
        let said = text.map { ": \($0)" } ?? ""
        return switch kind {
        case .pending: "a limit is crossed\(amount), not for long enough yet"
        case .fired: "fired: \(severity.rawValue)\(amount)"
        case .escalated: "now a \(severity.rawValue)\(amount)"
        case .eased: "eased to \(severity.rawValue)\(amount)"
        case .resolved: "resolved\(amount)"
        case .calmed: "back within its limits\(amount) before it fired"
        case .noData: "no data"
        case .acknowledged: "acknowledged\(said)"
        case .unacknowledged: "no longer acknowledged\(said)"
        case .silenced: "silenced\(said)"
        case .unsilenced: "the silence ended\(said)"
        case .noted: "noted\(said)"
        case .flapping: "comes and goes: kept firing"
        case .steady: "steady again"
        case .notified: "told \(text ?? "receivers")"
        case .reminded: "told \(text ?? "receivers") again"
        case .undelivered: "not delivered\(said)"
        }
    }
}

extension AlertWatched {
    /// A value that was found, with its unit.
    public func text(_ value: Double) -> String {
        switch self {
        case .measure(let measure, _, _): measure.text(value)
        case .objective: "\(Format.decimal(value, decimals: 1)) times the error budget"
        case .budget: "\(Format.percent(value)) of the budget"
        }
    }
}
