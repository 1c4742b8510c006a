import Domain

extension StoreReader {
    /// The numbers by user, session or kind of error. Few calls are read row by row, which gives distributions too; of many there are the
    /// hourly sums of the largest keys, `other` for the rest, over the hours that the range touches.
    func stats(byKey dimension: KeyDimension, _ query: StatsQuery, _ range: TimeRange) throws -> StatsResult? {
        let question = RollupQuery(minutes: range.minutes, step: nil, by: [], filter: .all)
        let total = StatsResult(try rollups(question, range).answer, coverage: .complete).total
        guard total.calls > Self.mostRows else { return nil }
        let hours = RollupLevel.step(range.minutes.lowerBound, 60)...RollupLevel.step(range.minutes.upperBound - 1, 60)
        var sums: [String?: KeySums] = [:]
        var others = KeySums()
        let damage = try forEachSegment(range) { segment in
            try segment.file.snapshot {
                let table = try segment.keyTable(dimension, hours)
                others.add(table.others)
                for (key, more) in table.keys {
                    let name = dimension == .error ? try segment.string(key) : try segment.label(key)
                    sums[name, default: KeySums()].add(more)
                }
            }
        }
        var rows = sums.map { StatsRow(key: [$0.key], measures: Measures($0.value)) }.filter { $0.measures.calls > 0 }
        rows.sort { ($0.measures.calls, $1.key[0] ?? "") > ($1.measures.calls, $0.key[0] ?? "") }
        if others.calls > 0 { rows.append(StatsRow(key: ["other"], measures: Measures(others))) }
        return StatsResult(rows: rows, total: total, coverage: damage.map { .damaged($0) } ?? .complete)
    }

    /// The calls of single users, sessions or kinds of error over steps of whole hours: of those that cost most, `mostLines` of them, as
    /// hourly sums are kept of them. Those who cost nothing count by their calls.
    ///
    /// - Parameters:
    ///   - minutes: begins with the first step.
    ///   - step: minutes, whole hours.
    func lines(byKey dimension: KeyDimension, _ minutes: Range<Int64>, step: Int64, count: Int) throws -> [TimelineLine]
    {
        let hours = RollupLevel.step(minutes.lowerBound, 60)...RollupLevel.step(minutes.upperBound - 1, 60)
        let range = TimeRange(from: Timestamp(minute: minutes.lowerBound), to: Timestamp(minute: minutes.upperBound))
        var totals: [String: KeySums] = [:]
        try forEachKey(dimension, hours, range, hoursAStep: .max) { totals[$0, default: KeySums()].add($2) }
        let ranked = totals.filter { $1.calls > 0 }.sorted { a, b in
            (a.value.cost.sum, a.value.calls, b.key) > (b.value.cost.sum, b.value.calls, a.key)
        }.prefix(Self.mostLines).map(\.key)
        let empty = [KeySums?](repeating: nil, count: count)
        var lines = Dictionary(uniqueKeysWithValues: ranked.map { ($0, empty) })
        let first = RollupLevel.step(hours.lowerBound, step / 60)
        try forEachKey(dimension, hours, range, hoursAStep: step / 60) { name, step, sums in
            let index = Int(clamping: step - first)
            guard empty.indices.contains(index), lines[name] != nil else { return }
            var sum = lines[name]?[index] ?? KeySums()
            sum.add(sums)
            lines[name]?[index] = sum
        }
        return ranked.map { name in
            TimelineLine(
                key: name, points: (lines[name] ?? empty).map { $0.flatMap { $0.calls > 0 ? Measures($0) : nil } })
        }
    }

    /// Calls `body` with each value of the dimension, the number of a step, and what stands in one segment of both.
    private func forEachKey(
        _ dimension: KeyDimension, _ hours: ClosedRange<Int64>, _ range: TimeRange, hoursAStep: Int64,
        _ body: (String, Int64, KeySums) -> Void
    ) throws {
        _ = try forEachSegment(range) { segment in
            try segment.file.snapshot {
                for (step, table) in try segment.keyTables(dimension, hours, hoursAStep: hoursAStep) {
                    for (key, sums) in table.keys {
                        let name = dimension == .error ? try segment.string(key) : try segment.label(key)
                        if let name { body(name, step, sums) }
                    }
                }
            }
        }
    }

    private static let mostLines = 200

    /// So many calls are read one by one: within half a second.
    private static let mostRows: Int64 = 50_000
}

extension KeyDimension {
    init?(_ dimension: Dimension) {
        switch dimension {
        case .user: self = .user
        case .session: self = .session
        case .error: self = .error
        default: return nil
        }
    }
}

extension Measures {
    fileprivate init(_ sums: KeySums) {
        self.init()
        (calls, errors) = (sums.calls, sums.errors)
        (inputTokens, outputTokens) = (sums.input.known, sums.output.known)
        (cacheReadTokens, cacheWriteTokens) = (sums.cacheRead.known, sums.cacheWrite.known)
        reasoningTokens = sums.reasoning.known
        cost = sums.cost.known.map { Money(nanodollars: $0) }
        unpricedCalls = sums.unpriced
    }
}

extension SegmentReader {
    /// The sums of `hours` by the keys of a dimension, those included that no fold has merged.
    func keyTable(_ dimension: KeyDimension, _ hours: ClosedRange<Int64>) throws -> KeyTable {
        try keyTables(dimension, hours, hoursAStep: .max).values.first ?? KeyTable()
    }

    /// The same for steps of so many hours, by the number of each step.
    func keyTables(
        _ dimension: KeyDimension, _ hours: ClosedRange<Int64>, hoursAStep: Int64
    ) throws -> [Int64: KeyTable] {
        var tables: [Int64: KeyTable] = [:]
        let statement = try file.statement(
            "SELECT sums, hour FROM key_hour WHERE hour BETWEEN ? AND ? AND dimension = ?")
        statement.bind(hours.lowerBound, at: 1)
        statement.bind(hours.upperBound, at: 2)
        statement.bind(dimension.rawValue, at: 3)
        defer { statement.reset() }
        while try statement.step() {
            let step = RollupLevel.step(statement.integer(1), hoursAStep)
            let isWhole = statement.withBytes(0) { tables[step, default: KeyTable()].add(encoded: $0) }
            guard isWhole else { throw damaged("the sums of keys") }
        }
        let series = try series()
        for contribution in try deltas() where contribution.judgement == nil {
            let hour = RollupLevel.step(contribution.minute, 60)
            guard hours.contains(hour), series[contribution.series]?.countsAsCall == true else { continue }
            tables[RollupLevel.step(hour, hoursAStep), default: KeyTable()].add(
                contribution, key: contribution.key(of: dimension))
        }
        return tables
    }
}
