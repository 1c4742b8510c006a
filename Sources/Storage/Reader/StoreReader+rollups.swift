import Domain

extension StoreReader {
    /// What rollups know about a question, over all segments that `range` touches; and what is damaged of them.
    func rollups(_ query: RollupQuery, _ range: TimeRange) throws -> (answer: RollupAnswer, damage: String?) {
        if let answer = try answerFromCache(query, range) { return (answer, nil) }
        var (folded, fresh): (RollupAnswer?, RollupAnswer) = (RollupAnswer(), RollupAnswer())
        var folds: [SegmentName: Int64] = [:]
        let damage = try forEachSegment(range) { segment in
            folds[segment.name] = try segment.add(query, folded: &folded, fresh: &fresh)
        }
        var answer = folded ?? RollupAnswer()
        let days = Set(directory.segmentNames().map(\.day.number))
        if range.days.map({ !$0.allSatisfy(days.contains) }) ?? false, let history = try pastDays() {
            try history.add(query, without: days, to: &answer)
        }
        if damage == nil { cache.keep(RollupCache.Entry(folded: answer, folds: folds), of: query) }
        answer.add(fresh)
        return (answer, damage)
    }

    /// The answer, when no segment was folded since the same was asked.
    private func answerFromCache(_ query: RollupQuery, _ range: TimeRange) throws -> RollupAnswer? {
        guard let entry = cache[query] else { return nil }
        var (nothing, fresh): (RollupAnswer?, RollupAnswer) = (nil, RollupAnswer())
        var folds: [SegmentName: Int64] = [:]
        let damage = try forEachSegment(range) { segment in
            folds[segment.name] = try segment.add(query, folded: &nothing, fresh: &fresh)
        }
        guard damage == nil, folds == entry.folds else { return nil }
        fresh.add(entry.folded)
        return fresh
    }
}
