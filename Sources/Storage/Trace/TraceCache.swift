import Domain

/// The traces that were touched lately, bounded by their spans. Two generations: what was not asked for while one filled up is
/// forgotten with the older one, all at once.
struct TraceCache {
    private var young: [TraceID: TraceEntry] = [:]
    private var old: [TraceID: TraceEntry] = [:]
    private var spans = 0
    private let limit: Int

    /// Keeps between `limit` and twice `limit` spans.
    init(limit: Int) { self.limit = limit }

    /// The trace, when it is remembered.
    mutating func entry(_ id: TraceID) -> TraceEntry? {
        if let entry = young[id] { return entry }
        guard let entry = old[id] else { return nil }
        insert(entry)
        return entry
    }

    mutating func insert(_ entry: TraceEntry) {
        young[entry.traceID] = entry
        // A trace of which nothing is stored takes room too.
        spans += max(1, entry.nodes.count)
    }

    /// Says that a span was added to an entry.
    mutating func grew() { spans += 1 }

    /// Makes room. Only between commits: within one an entry must not be read from disk a second time.
    mutating func trim() {
        guard spans > limit else { return }
        old = young
        young = [:]
        spans = 0
    }

    mutating func removeAll() { (young, old, spans) = ([:], [:], 0) }
}
