import Domain
import Drawing

/// How new what is shown is. Stale data never look live.
enum Freshness: Hashable {
    /// Nothing was answered yet.
    case unknown
    /// Stopped or looking back: what is shown ends at this moment, and does not claim to be the present.
    case still(Timestamp)
    /// A collector takes in what comes; the oldest span that waits has waited so long.
    case fresh(behind: Nanoseconds)
    /// A collector is there, but what is shown was asked for at this moment, more than ten seconds ago.
    case outdated(Timestamp)
    /// A collector runs but cannot store: why.
    case troubled(String)
    /// No collector runs; data end at this moment, if there are any.
    case stopped(ends: Timestamp?)
    /// The store cannot be read: why.
    case unreadable(String)

    /// Data older than this are not shown as present.
    private static let limit = Nanoseconds.seconds(10)

    init(_ state: ConsoleState) {
        guard let now = state.now else {
            self = .unknown
            return
        }
        if let failure = state.asking.failure {
            self = .unreadable(failure.reason)
            return
        }
        guard let answer = state.overview.view?.answer else {
            self = .unknown
            return
        }
        let summary = answer.summary
        let moment = answer.question.at
        guard state.time.mode == .live else {
            self = .still(moment)
            return
        }
        guard now.since(moment) <= Self.limit else {
            self = .outdated(moment)
            return
        }
        // The collector's word is as old as the answer that brought it.
        guard let collector = summary.collector, moment.since(collector.written) <= Self.limit else {
            self = .stopped(ends: summary.newest)
            return
        }
        self = collector.trouble.map(Freshness.troubled) ?? .fresh(behind: collector.behind)
    }

    /// What is wrong, for the first line of a pane, with what to do; nil when nothing is.
    func warning(reference: Timestamp) -> StyledText? {
        switch self {
        case .unknown, .still, .fresh: nil
        case .outdated(let moment):
            StyledText(
                "▲ data as of \(TimeWords.second(moment, reference: reference)): no newer answer yet", .statusWarning)
        case .troubled(let reason): StyledText("✖ the collector stores nothing: \(reason)", .statusCritical)
        case .stopped(let ends):
            StyledText(
                "▲ collector not running" + Self.dataEnd(ends, reference) + ": start headframed", .statusCritical)
        case .unreadable(let reason): StyledText("✖ the store cannot be read: \(reason)", .statusCritical)
        }
    }

    /// For the end of the footer.
    func text(summary: StoreSummary?, reference: Timestamp) -> StyledText {
        let requests = (summary?.calls).map { " · \(Format.count(Double($0))) requests" } ?? ""
        return switch self {
        case .unknown: StyledText("reading the store …", .footer)
        case .still(let moment):
            StyledText("data up to \(TimeWords.second(moment, reference: reference))\(requests)", .footer)
        case .fresh(let behind):
            StyledText("collector \(Format.decimal(behind.seconds, decimals: 1)) s behind\(requests)", .footer)
        case .outdated(let moment):
            StyledText("▲ data as of \(TimeWords.second(moment, reference: reference))", .statusWarning)
        case .troubled: StyledText("✖ collector stores nothing", .statusCritical)
        case .stopped(let ends):
            StyledText("▲ collector not running" + Self.dataEnd(ends, reference), .statusCritical)
        case .unreadable: StyledText("✖ store unreadable", .statusCritical)
        }
    }

    private static func dataEnd(_ ends: Timestamp?, _ reference: Timestamp) -> String {
        ends.map { " · data ends \(TimeWords.minute($0, reference: reference))" } ?? ""
    }
}
