import Domain

extension StoreReader {
    public func timeline(_ query: TimelineQuery) throws -> Timeline {
        let range = query.range.cut(at: query.at)
        let step = Self.step(query.step)
        let first = RollupLevel.step(range.from.minute, step) * step
        let last = max(first, range.minutes.upperBound)
        let by = query.by.map { [$0] + query.further } ?? []
        let count = Int(clamping: RollupLevel.step(last - first + step - 1, step))
        if query.filter == .all, by.count == 1, step % 60 == 0, let key = by.first.flatMap({ KeyDimension($0) }) {
            return Timeline(
                start: Timestamp(minute: first), step: .minutes(step),
                lines: try lines(byKey: key, first..<max(last, first + 1), step: step, count: count))
        }
        let answer: RollupAnswer
        if query.filter.isAnsweredByRollups, by.allSatisfy(\.isSeries) {
            answer = try rollups(
                RollupQuery(minutes: first..<last, step: step, by: by, filter: query.filter), range
            ).answer
        } else {
            let aligned = TimeRange(from: Timestamp(minute: first), to: Timestamp(minute: last))
            answer = try sums(ofRows: aligned, by: by, filter: query.filter, operation: nil, step: step).answer
        }
        return Timeline(
            start: Timestamp(minute: first), step: .minutes(step),
            lines: Self.lines(answer, query, first: first, step: step, count: count))
    }

    /// Minutes a step: whole ones, and whole tens or hours where a few minutes do not matter, as those are read sooner.
    private static func step(_ wanted: Nanoseconds) -> Int64 {
        let minutes = max(1, (wanted.count + 59_999_999_999) / 60_000_000_000)
        if minutes >= 45 { return (minutes + 59) / 60 * 60 }
        return minutes >= 7 ? (minutes + 9) / 10 * 10 : minutes
    }

    private static func lines(
        _ answer: RollupAnswer, _ query: TimelineQuery, first: Int64, step: Int64, count: Int
    ) -> [TimelineLine] {
        let empty = [Measures?](repeating: nil, count: count)
        var lines: [[String?]: [Measures?]] = query.by == nil ? [[]: empty] : [:]
        var calls: [[String?]: Int64] = [:]
        for (cell, sums) in answer.cells {
            let index = Int(clamping: (cell.minute - first) / step)
            let limit = query.limits[cell.key.first ?? nil] ?? query.slowerThan
            guard empty.indices.contains(index), let measures = sums.measures(slowerThan: limit) else { continue }
            lines[cell.key, default: empty][index] = measures
            calls[cell.key, default: 0] += measures.calls
        }
        return lines.sorted { a, b in
            let (first, second) = (calls[a.key] ?? 0, calls[b.key] ?? 0)
            return first != second ? first > second : a.key.lexicographicallyPrecedes(b.key) { ($0 ?? "") < ($1 ?? "") }
        }.map { key, points in
            var line = TimelineLine(key: key.first ?? nil, points: points)
            line.further = Array(key.dropFirst())
            return line
        }
    }
}
