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
        var table = KeyTable()
        let statement = try file.statement("SELECT sums FROM key_hour WHERE hour BETWEEN ? AND ? AND dimension = ?")
        statement.bind(hours.lowerBound, at: 1)
        statement.bind(hours.upperBound, at: 2)
        statement.bind(dimension.rawValue, at: 3)
        defer { statement.reset() }
        while try statement.step() {
            guard statement.withBytes(0, { table.add(encoded: $0) }) else { throw damaged("the sums of keys") }
        }
        let series = try series()
        for contribution in try deltas() where contribution.judgement == nil {
            guard hours.contains(RollupLevel.step(contribution.minute, 60)),
                series[contribution.series]?.countsAsCall == true
            else { continue }
            table.add(contribution, key: contribution.key(of: dimension))
        }
        return table
    }
}
