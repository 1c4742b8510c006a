import Domain

extension StoreReader {
    public func metrics(_ query: MetricsQuery) throws -> [MetricSeries] {
        let range = query.range.cut(at: query.at)
        let step = max(1, (query.step.count + 59_999_999_999) / 60_000_000_000)
        let first = RollupLevel.step(range.from.minute, step) * step
        let end = max(first, range.minutes.upperBound)
        let count = Int(clamping: RollupLevel.step(end - first + step - 1, step))
        guard count > 0, count <= Self.mostSteps else { return [] }
        // Where counting goes on from may stand before the range.
        let minutes = first - MetricCourse.patience..<end
        var courses: [MetricSeriesKey: MetricCourse] = [:]
        _ = try forEachSegment(TimeRange(from: Timestamp(minute: minutes.lowerBound), to: range.to)) { segment in
            try segment.forEachMetric(query, minutes) { series, meaning, minute, readings in
                courses[
                    series, default: MetricCourse(series, meaning, first: first, step: step, count: count)
                ].add(readings, minute: minute)
            }
        }
        return courses.values.compactMap { $0.result(until: end - 1) }.sorted { a, b in
            (a.service, a.environment, a.name, a.labels.map(\.value).joined(separator: " "))
                < (b.service, b.environment, b.name, b.labels.map(\.value).joined(separator: " "))
        }
    }

    /// Steps an answer may have: a year of hours, a week of minutes.
    private static let mostSteps = 11_000
}

extension SegmentReader {
    /// Calls `body` with what each series that `query` asks for said within each of `minutes`, in ascending order of the minutes.
    fileprivate func forEachMetric(
        _ query: MetricsQuery, _ minutes: Range<Int64>,
        _ body: (MetricSeriesKey, MetricMeaning, Int64, [MetricReading]) throws -> Void
    ) throws {
        try file.snapshot {
            // A segment of an earlier version has none.
            guard try file.number("SELECT 1 FROM sqlite_master WHERE name = 'metric_series'") != nil else { return }
            let (wanted, total) = try metricSeries(query)
            guard !wanted.isEmpty else { return }
            guard let known = try metricMinutes() else { return }
            let own = minutes.clamped(to: known)
            func deliver(_ row: PreparedStatement, _ column: Int32, _ id: Int, _ minute: Int64) throws {
                guard let (series, meaning) = wanted[id] else { return }
                let readings = row.withBytes(column) { MetricMinute(decoding: $0, minute: minute, series.shape) }
                guard let readings else { throw damaged("a minute of metrics") }
                try body(series, meaning, minute, readings.readings)
            }
            guard wanted.count * 4 < total else {
                let rows = try file.statement("SELECT key, readings FROM metric_minute WHERE key >= ? AND key < ?")
                rows.bind(RollupLevel.minute.key(minute: own.lowerBound, series: 0), at: 1)
                rows.bind(RollupLevel.minute.key(minute: own.upperBound, series: 0), at: 2)
                defer { rows.reset() }
                while try rows.step() {
                    let (minute, id) = rows.integer(0).quotientAndRemainder(dividingBy: RollupLevel.seriesPerStep)
                    try deliver(rows, 1, Int(id), minute)
                }
                return
            }
            let search = try file.statement("SELECT readings FROM metric_minute WHERE key = ?")
            for minute in own {
                for id in wanted.keys {
                    search.bind(RollupLevel.minute.key(minute: minute, series: id), at: 1)
                    defer { search.reset() }
                    if try search.step() { try deliver(search, 0, id, minute) }
                }
            }
        }
    }

    /// Between which minutes something was said of metrics; nil when nothing was.
    private func metricMinutes() throws -> Range<Int64>? {
        guard let first = try file.number("SELECT min(key) FROM metric_minute"),
            let last = try file.number("SELECT max(key) FROM metric_minute"), first <= last
        else { return nil }
        return first / RollupLevel.seriesPerStep..<last / RollupLevel.seriesPerStep + 1
    }

    /// The series that `query` asks for, by their numbers, and how many there are at all.
    private func metricSeries(_ query: MetricsQuery) throws -> (
        wanted: [Int: (MetricSeriesKey, MetricMeaning)], total: Int
    ) {
        var wanted: [Int: (MetricSeriesKey, MetricMeaning)] = [:]
        var total = 0
        let rows = try file.statement("SELECT id, \(MetricSeriesKey.columns) FROM metric_series")
        defer { rows.reset() }
        while try rows.step() {
            guard let key = MetricSeriesKey(rows, from: 1) else { throw damaged("a series of metrics") }
            total += 1
            let meaning = MetricCatalogue.meaning(of: key.name, labels: key.labels) ?? .other
            if query.includes(key, meaning) { wanted[Int(clamping: rows.integer(0))] = (key, meaning) }
        }
        return (wanted, total)
    }
}

extension MetricsQuery {
    fileprivate func includes(_ key: MetricSeriesKey, _ meaning: MetricMeaning) -> Bool {
        meanings.map { $0.contains(meaning) } ?? true && names.map { $0.contains(key.name) } ?? true
            && environment.map { $0 == key.environment } ?? true && service.map { $0 == key.service } ?? true
    }
}
