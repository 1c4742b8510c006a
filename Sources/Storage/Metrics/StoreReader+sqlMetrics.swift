import Domain

extension StoreReader {
    private static let metricColumns = [
        "time", "name", "unit", "kind", "meaning", "environment", "service", "labels", "level", "lowest", "highest",
        "amount", "count", "p50", "p95", "p99",
    ]

    /// Makes the view `metrics`: a row for each minute of each series, day by day, so that a long range takes no more memory than its rows.
    func fillMetrics(_ range: TimeRange, _ session: SQLSession) throws {
        try session.execute("CREATE TEMP TABLE metrics (\(Self.metricColumns.joined(separator: ", ")))")
        let places = Self.metricColumns.map { _ in "?" }.joined(separator: ", ")
        let insertion = try session.statement("INSERT INTO metrics VALUES (\(places))")
        for number in range.days.map(Array.init) ?? [] {
            let day = Day(number: number).range
            let part = TimeRange(from: max(day.from, range.from), to: min(day.to, range.to))
            for series in try metrics(MetricsQuery(range: part, step: .minutes(1), at: range.to)) {
                try session.checkTime()
                try insert(series, with: insertion)
            }
        }
    }

    private func insert(_ series: MetricSeries, with insertion: PreparedStatement) throws {
        let labels = JSON.object(series.labels.map { .init($0.key, .string($0.value)) }).text
        let texts = [
            series.name, series.unit, series.kind.rawValue, series.meaning.rawValue, series.environment, series.service,
            labels,
        ]
        for (index, text) in texts.enumerated() { insertion.bind(text, at: Int32(index + 2)) }
        for (index, sample) in series.points.enumerated() {
            guard let sample else { continue }
            insertion.bind(series.start.advanced(by: .minutes(Int64(index))).rfc3339(.none), at: 1)
            var levels: [Double?] = [nil, nil, nil]
            if case .level(let latest, let lowest, let highest) = sample { levels = [latest, lowest, highest] }
            for (index, level) in (levels + [sample.amount]).enumerated() {
                insertion.bind(level, at: Int32(index + 9))
            }
            insertion.bind(sample.distribution?.count, at: 13)
            for (index, share) in [0.5, 0.95, 0.99].enumerated() {
                insertion.bind(sample.distribution?.quantile(share), at: Int32(index + 14))
            }
            try insertion.run()
        }
    }
}
