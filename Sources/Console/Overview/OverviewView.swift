import Diagnosis
import Domain
import Drawing

/// An answer with what is derived from it once, when it arrives, rather than with every frame.
struct OverviewView: Sendable {
    let answer: OverviewAnswer
    /// What is clearly wrong, the worst first.
    let findings: [Finding]
    /// What changed, what explains best what is wrong first.
    let changes: [RankedChange]
    /// The charts that have a source.
    let charts: [ChartKind]
    /// The model servers that tell of themselves.
    let servers: [ModelServer]
    /// The names of the scores, the most frequent first; at most three.
    let scores: [String]
    /// Cells that the longest name of a row takes.
    let nameWidth: Int
    /// The rows in the order in which they are shown.
    private(set) var rows: [StatsRow]

    init(_ answer: OverviewAnswer, _ order: BreakdownOrder) {
        self.answer = answer
        servers = ModelServer.all(in: answer.metrics, seconds: answer.question.metrics.range.length.seconds)
        findings = Findings.all(in: answer.situation(servers))
        changes = answer.facts.rankedChanges
        charts = ChartKind.allCases.filter { $0.hasSource(in: answer.total) }
        let counted = answer.total.scores.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        scores = counted.prefix(3).map(\.key)
        nameWidth = answer.rows.reduce(0) { max($0, StyledText($1.label).width()) }
        rows = []
        sort(by: order)
    }

    mutating func sort(by order: BreakdownOrder) {
        let seconds = answer.seconds
        func isBefore(_ a: StatsRow, _ b: StatsRow) -> Bool {
            if order.column == .name { return (a.name ?? "") < (b.name ?? "") }
            switch (
                order.column.value(of: a.measures, seconds: seconds),
                order.column.value(of: b.measures, seconds: seconds)
            ) {
            case (let x?, let y?): return x < y
            // What is missing comes last in either direction.
            case (nil, _?): return !order.isAscending
            case (_?, nil): return order.isAscending
            case (nil, nil): return false
            }
        }
        let ranked = answer.rows.enumerated().sorted { a, b in
            if isBefore(a.element, b.element) { return order.isAscending }
            if isBefore(b.element, a.element) { return !order.isAscending }
            return a.offset < b.offset
        }
        rows = ranked.map(\.element)
    }

    /// The findings about a row.
    func findings(about name: String?) -> [Finding] { findings.filter { $0.subject == .row(name) } }
}
