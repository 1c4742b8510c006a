import Domain

/// The log records of a segment whose spans nobody knows yet, by what they name: the newest, between `limit` and twice as many spans.
struct PendingSupplements {
    private struct Key: Hashable {
        var trace: TraceID
        var span: SpanID
    }

    private var young: [Key: [Int64]] = [:]
    private var old: [Key: [Int64]] = [:]

    var isEmpty: Bool { young.isEmpty && old.isEmpty }

    /// Adds the row of a log record.
    mutating func add(_ trace: TraceID, _ span: SpanID, log: Int64) {
        if young.count >= Self.limit { (old, young) = (young, [:]) }
        young[Key(trace: trace, span: span), default: []].append(log)
    }

    /// The log records that wait for this span, which they then do no longer.
    mutating func take(_ trace: TraceID, _ span: SpanID) -> [Int64] {
        let key = Key(trace: trace, span: span)
        return (young.removeValue(forKey: key) ?? []) + (old.removeValue(forKey: key) ?? [])
    }

    static let limit = 100_000
}
