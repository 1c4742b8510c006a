/// LLM calls that the present commit counts or takes back, until it is on the disk.
struct CountedCalls {
    private var pending: [(series: CallTotals.Series, contribution: Contribution)] = []
    /// Texts by their numbers, so that they are looked up once.
    private var texts: [UInt32: String] = [:]
    private static let mostTexts = 10_000

    /// Adds what a call of `key` contributes; `text` finds the texts of numbers.
    mutating func add(
        _ contribution: Contribution, of key: SeriesKey, text: (UInt32) throws -> String
    ) rethrows {
        if texts.count > Self.mostTexts { texts.removeAll() }
        func known(_ id: UInt32) throws -> String {
            if id == 0 { return "" }
            if let text = texts[id] { return text }
            let found = try text(id)
            texts[id] = found
            return found
        }
        let series = CallTotals.Series(
            environment: try known(key.environment), service: try known(key.service), model: try known(key.model),
            release: try known(key.release))
        pending.append((series, contribution))
    }

    /// Adds all of them to the totals: they are on the disk.
    mutating func publish(to counter: CallCounter) {
        guard !pending.isEmpty else { return }
        counter.update { totals in
            for (series, contribution) in pending { totals.add(contribution, to: series) }
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// Forgets them: the commit failed.
    mutating func removeAll() { pending.removeAll() }
}
