import Domain
import Drawing

/// A column of the breakdown.
enum BreakdownColumn: Hashable, Sendable {
    case name, requests, errors, p50, p95, p99, firstToken, input, output, cost, cached
    case score(String)
    /// The course of a number over the range, as a small chart.
    case course(Course)

    enum Course: Hashable, Sendable {
        case p95, errors, requests
    }

    /// The columns that rows can be sorted by, from left to right.
    static func sortable(scores: [String]) -> [BreakdownColumn] {
        [.name, .requests, .errors, .p50, .p95, .p99, .firstToken, .input, .output, .cost, .cached] + scores.map(score)
    }

    /// What `:sort` calls it.
    var word: String {
        switch self {
        case .name: "name"
        case .requests: "requests"
        case .errors: "errors"
        case .p50: "p50"
        case .p95: "p95"
        case .p99: "p99"
        case .firstToken: "ttft"
        case .input: "input"
        case .output: "output"
        case .cost: "cost"
        case .cached: "cached"
        case .score(let name): name
        case .course: ""
        }
    }

    /// The number by which rows are sorted; nil when it is missing.
    func value(of measures: Measures, seconds: Double) -> Double? {
        switch self {
        case .name, .course: nil
        case .requests: Double(measures.calls)
        case .errors: measures.errorRate
        case .p50: measures.duration?.p50
        case .p95: measures.duration?.p95
        case .p99: measures.duration?.p99
        case .firstToken: measures.timeToFirstToken?.p50
        case .input: measures.inputTokens.map { Double($0) / seconds }
        case .output: measures.outputTokens.map { Double($0) / seconds }
        case .cost: measures.cost.map { $0.usd * 3600 / seconds }
        case .cached: measures.cachedShare
        case .score(let name): measures.scores[name].flatMap { $0.count > 0 ? $0.mean : nil }
        }
    }
}
