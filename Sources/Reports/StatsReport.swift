import Domain
import Drawing

/// The answer of `headframe stats`.
public struct StatsReport: Sendable {
    private let query: StatsQuery
    private let result: StatsResult

    /// The report of `result`, which answers `query`.
    public init(_ query: StatsQuery, _ result: StatsResult) { (self.query, self.result) = (query, result) }

    /// `{"range":{"from","to"},"by":[…],"rows":[ROW…],"total":ROW}`; with `"coverage"` when the answer does not rest on everything.
    public var json: JSON {
        var members: [JSON.Member] = [
            .init("range", ["from": .string(query.range.from.rfc3339()), "to": .string(query.range.to.rfc3339())]),
            .init("by", .array(query.by.map { .string($0.rawValue) })),
            .init("rows", .array(result.rows.map { .object([.init("key", key($0))] + $0.measures.jsonMembers) })),
            .init("total", .object([.init("key", [:])] + result.total.jsonMembers)),
        ]
        if let note = result.coverage.note { members.append(.init("coverage", .string(note))) }
        return .object(members)
    }

    private func key(_ row: StatsRow) -> JSON {
        .object(zip(query.by, row.key).map { .init($0.rawValue, JSON($1)) })
    }

    /// The same as a table for people.
    public var text: String {
        var table = TextTable(query.by.map { .init($0.rawValue.uppercased(), .left) } + Self.columns)
        for row in result.rows { table.add(row.key.map { $0 ?? "unknown" } + Self.cells(row.measures)) }
        table.add(query.by.indices.map { $0 == 0 ? "total" : "" } + Self.cells(result.total))
        var lines = ["\(query.range.from.rfc3339(.none)) to \(query.range.to.rfc3339(.none))", ""] + table.lines
        if let note = result.coverage.note { lines.append(note) }
        return lines.joined(separator: "\n")
    }

    private static let columns: [TextTable.Column] = [
        "CALLS", "ERR %", "P50", "P95", "P99", "TTFT P50", "IN", "OUT", "CACHED", "COST", "UNPRICED",
    ].map { .init($0, .right) }

    private static func cells(_ measures: Measures) -> [String] {
        [
            Format.grouped(Int(measures.calls)), Format.percent(measures.errorRate),
            Format.duration(seconds: measures.duration?.p50), Format.duration(seconds: measures.duration?.p95),
            Format.duration(seconds: measures.duration?.p99), Format.duration(seconds: measures.timeToFirstToken?.p50),
            Format.count(measures.inputTokens.map(Double.init)), Format.count(measures.outputTokens.map(Double.init)),
            Format.percent(measures.cachedShare), Format.money(measures.cost?.usd),
            measures.unpricedCalls == 0 ? "" : Format.grouped(Int(measures.unpricedCalls)),
        ]
    }
}

extension Coverage {
    /// What to tell a person when the answer does not rest on everything; nil when it does.
    public var note: String? {
        switch self {
        case .complete: nil
        case .partial(let read, let total): "from \(Format.grouped(Int(read))) of \(Format.grouped(Int(total))) calls"
        case .damaged(let what): what
        }
    }
}
