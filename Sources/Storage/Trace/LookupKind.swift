import Domain

/// What can be looked up by hash in a segment.
enum LookupKind: Int64, CaseIterable {
    /// Rows of `span` by trace id.
    case traceOfSpan = 1
    /// Rows of `log` by trace id, or by identity when a log has none.
    case traceOfLog = 2
    /// Rows of `span` by response id.
    case response = 3

    /// Whether a filter of it is kept in memory: every span asks for its trace, hardly anything for a response.
    var hasFilter: Bool { self != .response }

    /// The table whose rows are found.
    var table: String { self == .traceOfLog ? "log" : "span" }
}

extension TraceID {
    /// By which its spans are looked up.
    var lookupHash: UInt64 { StableHash.combine(high, low) }
}
