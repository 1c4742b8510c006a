/// LLM calls that the present commit counts or takes back, added up by series until they are on the disk.
struct CountedCalls {
    private var pending: [SeriesKey: CallTotals.Change] = [:]
    /// What series are called, so that it is looked up once.
    private var names: [SeriesKey: CallTotals.Series] = [:]
    private static let mostNames = 10_000

    /// Adds what a call of `key` contributes; `text` finds the texts of numbers.
    mutating func add(_ contribution: Contribution, of key: SeriesKey, text: (UInt32) throws -> String) rethrows {
        let isKnown: Void? = pending[key]?.add(contribution)
        if isKnown != nil { return }
        if names[key] == nil {
            if names.count >= Self.mostNames { names = names.filter { pending[$0.key] != nil } }
            func found(_ id: UInt32) throws -> String { try id == 0 ? "" : text(id) }
            names[key] = CallTotals.Series(
                environment: try found(key.environment), service: try found(key.service), model: try found(key.model),
                release: try found(key.release))
        }
        var change = CallTotals.Change()
        change.add(contribution)
        pending[key] = change
    }

    /// Adds all of them to the totals: they are on the disk.
    mutating func publish(to counter: CallCounter) {
        guard !pending.isEmpty else { return }
        counter.update { totals in
            for (key, change) in pending { if let series = names[key] { totals.add(change, to: series) } }
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// Forgets them: the commit failed.
    mutating func removeAll() { pending.removeAll() }
}
