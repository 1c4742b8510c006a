import Domain

/// Calls of a service that, beside the others of their trace, look counted twice.
public struct DoubledCalls: Hashable, Sendable {
    public var service: String
    public var dialect: Dialect
    public var rule: LintRule
    public var count: Int64
    /// A trace in which it is so.
    public var example: TraceID

    /// What looks counted twice among `calls`, the most first.
    static func all(among calls: [RequestRow]) -> [DoubledCalls] {
        var found: [Key: DoubledCalls] = [:]
        for (trace, group) in Dictionary(grouping: calls, by: \.traceID) where group.count > 1 {
            let counted = group.map {
                LintFindings.CountedCall(responseID: $0.call.responseID, usage: $0.call.usage)
            }
            for (row, findings) in zip(group, LintFindings.amongCalls(counted)) {
                for rule in findings.rules {
                    let key = Key(service: row.call.service, dialect: row.call.dialect, rule: rule)
                    let known = found[key]?.count ?? 0
                    found[key] = DoubledCalls(
                        service: key.service, dialect: key.dialect, rule: rule, count: known + 1, example: trace)
                }
            }
        }
        return found.values.sorted { ($1.count, $0.service, $0.rule.name) < ($0.count, $1.service, $1.rule.name) }
    }

    private struct Key: Hashable {
        var service: String
        var dialect: Dialect
        var rule: LintRule
    }
}
