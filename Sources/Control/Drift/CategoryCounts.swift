import Statistics

/// The counts of the categories of either side, in one order; what either puts together is put together on both.
struct CategoryCounts {
    let names: [String]
    let then: [Int64]
    let now: [Int64]

    init(_ then: BoundedTable<Int64>, _ now: BoundedTable<Int64>) {
        var (then, now) = (then, now)
        then.raise(to: now.level)
        now.raise(to: then.level)
        let names = Set(then.entries.keys).union(now.entries.keys).sorted()
        self.names = names + ["other"]
        self.then = names.map { max(0, then.entries[$0] ?? 0) } + [max(0, then.others)]
        self.now = names.map { max(0, now.entries[$0] ?? 0) } + [max(0, now.others)]
    }
}
