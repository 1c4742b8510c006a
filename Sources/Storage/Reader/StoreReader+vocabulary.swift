import Domain

extension StoreReader {
    /// What can stand in filters over the hours that `range` touches, the most frequent first: counted by rollups, so that it takes as
    /// long for a million spans as for a thousand.
    public func vocabulary(_ range: TimeRange) throws -> FilterVocabulary {
        var counts: [Dimension: [String: Int64]] = [:]
        var facts: [CallFact: [String: Int64]] = [:]
        var scores: [String: Int64] = [:]
        let hours = RollupLevel.step(range.minutes.lowerBound, 60)...RollupLevel.step(range.minutes.upperBound - 1, 60)
        _ = try forEachSegment(range) { segment in
            try segment.file.snapshot {
                try segment.countValues(hours, &counts)
                try segment.countKeys(hours, &counts)
                try segment.countFacts(range, &facts)
                try segment.countScores(hours, &scores)
            }
        }
        return FilterVocabulary(
            values: counts.mapValues(Self.mostFrequent), facts: facts.mapValues(Self.mostFrequent),
            scores: Self.mostFrequent(scores))
    }

    private static func mostFrequent(_ counts: [String: Int64]) -> [String] {
        counts.filter { $0.value > 0 }.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(mostWords).map(\.key)
    }

    private static let mostWords = 300
}

extension SegmentReader {
    /// Adds how many spans of `hours` have each value of the dimensions that have series.
    fileprivate func countValues(_ hours: ClosedRange<Int64>, _ counts: inout [Dimension: [String: Int64]]) throws {
        var calls: [Int: Int64] = [:]
        try forEachHour(hours) { series, sums in calls[series, default: 0] += Sums.calls(encoded: sums) }
        for contribution in try deltas() where contribution.judgement == nil {
            guard hours.contains(RollupLevel.step(contribution.minute, 60)) else { continue }
            calls[contribution.series, default: 0] += contribution.sign
        }
        for (id, texts) in try series() where !texts.isTotal {
            guard let calls = calls[id] else { continue }
            for dimension in Dimension.allCases where dimension.isSeries {
                if let value = texts.value(of: dimension) {
                    counts[dimension, default: [:]][value, default: 0] += calls
                }
            }
        }
    }

    /// Adds how many calls have each user, session and kind of error, of the newest hours that can be read at once.
    fileprivate func countKeys(_ hours: ClosedRange<Int64>, _ counts: inout [Dimension: [String: Int64]]) throws {
        let newest = max(hours.lowerBound, hours.upperBound - Self.hoursOfKeys)...hours.upperBound
        for (dimension, key) in [(Dimension.user, KeyDimension.user), (.session, .session), (.error, .error)] {
            let table = try keyTable(key, newest)
            // Only the most frequent ones need to be looked up.
            let most = table.keys.filter { $0.key != 0 }.sorted { $0.value.calls > $1.value.calls }.prefix(
                Self.mostKeys)
            for (id, sums) in most {
                guard let text = key == .error ? try string(id) : try label(id) else { continue }
                counts[dimension, default: [:]][text, default: 0] += sums.calls
            }
        }
    }

    /// Adds in how many of the newest blocks each provider, tool, agent, finish reason and dialect stands.
    fileprivate func countFacts(_ range: TimeRange, _ counts: inout [CallFact: [String: Int64]]) throws {
        guard try knowsTexts() else { return }
        let facts: [UInt64: CallFact] = [
            TextColumn.provider.rawValue: .provider, TextColumn.tool.rawValue: .tool, TextColumn.agent.rawValue: .agent,
            TextColumn.finish.rawValue: .finish, TextColumn.dialect.rawValue: .dialect,
        ]
        var blocks: [UInt64: Int64] = [:]
        let statement = try file.statement(
            "SELECT texts FROM block WHERE last_end >= ? AND first_end < ? ORDER BY last_span DESC LIMIT ?")
        statement.bind(range.from.nanoseconds, at: 1)
        statement.bind(range.to.nanoseconds, at: 2)
        statement.bind(Self.blocksOfFacts, at: 3)
        defer { statement.reset() }
        while try statement.step() {
            _ = statement.withBytes(0) { texts in
                BlockTexts.forEach(texts) { if facts[$0 >> 32] != nil { blocks[$0, default: 0] += 1 } }
            }
        }
        for (symbol, count) in blocks {
            let id = UInt32(truncatingIfNeeded: symbol)
            guard let fact = facts[symbol >> 32], let text = try string(id) else { continue }
            for word in fact == .finish ? FinishReasons.split(text) : [text] {
                counts[fact, default: [:]][word, default: 0] += count
            }
        }
    }

    /// Adds how often each score was given.
    fileprivate func countScores(_ hours: ClosedRange<Int64>, _ counts: inout [String: Int64]) throws {
        let totals = try series().filter(\.value.isTotal)
        var sums = Sums()
        try forEachHour(hours) { series, bytes in
            if totals[series] != nil { _ = sums.add(encoded: bytes, all: false) }
        }
        for contribution in try deltas() { if contribution.judgement != nil { sums.add(contribution) } }
        for (id, tally) in sums.scores { if let name = try string(id) { counts[name, default: 0] += tally.count } }
    }

    private func forEachHour(_ hours: ClosedRange<Int64>, _ body: (Int, UnsafeRawBufferPointer) -> Void) throws {
        let statement = try file.statement("SELECT key, sums FROM hour WHERE key >= ? AND key < ?")
        statement.bind(hours.lowerBound * RollupLevel.seriesPerStep, at: 1)
        statement.bind((hours.upperBound + 1) * RollupLevel.seriesPerStep, at: 2)
        defer { statement.reset() }
        while try statement.step() {
            let row = statement.integer(0)
            let series = row - RollupLevel.step(row, RollupLevel.seriesPerStep) * RollupLevel.seriesPerStep
            statement.withBytes(1) { body(Int(series), $0) }
        }
    }

    private static let hoursOfKeys: Int64 = 6
    private static let mostKeys = 300
    private static let blocksOfFacts: Int64 = 500
}
