import Domain

extension ControlStore {
    /// What people, deploy scripts and the collector said that they changed within `range`, oldest first: the newest two thousand.
    public func marks(_ range: TimeRange) throws -> [Mark] {
        try read { try Mark.all(range, saidBy: Timestamp(nanoseconds: .max), in: $0) }
    }

    /// Writes a mark of the collector itself when a part of what it works by is not what it was when it last looked, also before it was
    /// started. What was never looked at has not changed.
    ///
    /// - Parameters:
    ///   - kind: which part: `.prices`, `.configuration` or `.rules`.
    ///   - state: all of the part in one text; what is kept is a digest of it.
    ///   - text: what the mark says.
    /// - Returns: the mark; nil when nothing changed.
    /// - Throws: `StoreError`.
    @discardableResult
    public func noticeChange(of kind: Mark.Kind, state: String, text: String) throws -> Mark? {
        try change { transaction in
            let file = transaction.file
            let digest = String(StableHash.hash(state), radix: 16)
            let search = try file.statement("SELECT digest FROM configured WHERE kind = ?")
            search.bind(kind.rawValue, at: 1)
            let known = try search.step() ? search.text(0) : nil
            search.reset()
            guard known != digest else { return nil }
            let upsert = try file.statement("INSERT OR REPLACE INTO configured VALUES (?, ?)")
            upsert.bind(kind.rawValue, at: 1)
            upsert.bind(digest, at: 2)
            try upsert.run()
            guard known != nil else { return nil }
            return try transaction.add(
                Mark(time: transaction.time, kind: kind, service: nil, text: text, principal: Caller.system.principal),
                action: kind.rawValue + ".change")
        }
    }
}
