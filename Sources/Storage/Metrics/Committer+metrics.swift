import Domain

extension Committer {
    /// Stores the data points of a request. Those of a day stand in its first segment, so that what a client sends again is found however
    /// often the day's segments have rolled.
    func storeMetrics(_ prepared: PreparedTelemetry, _ counts: inout StoredCounts) throws {
        var writer = ByteWriter()
        for group in prepared.metrics.groups {
            let segment = try segments.first(group.day)
            try segment.begin()
            guard let series = try segment.metrics.id(of: group.series) else {
                counts.droppedPoints += group.points.count
                continue
            }
            let key = RollupLevel.minute.key(minute: group.minute, series: Int(series))
            var minute = try segment.metricMinute(key, group.minute, group.series.shape)
            var isChanged = false
            for point in group.points {
                switch minute.add(point) {
                case .taken:
                    counts.points += 1
                    isChanged = true
                case .repeated: counts.repeatedPoints += 1
                case .dropped: counts.droppedPoints += 1
                }
            }
            if isChanged { try segment.write(minute.encoded(minute: group.minute, with: &writer), key: key) }
        }
    }
}

extension SegmentWriter {
    /// What stands of a series and minute so far.
    func metricMinute(_ key: Int64, _ minute: Int64, _ shape: MetricShape) throws -> MetricMinute {
        let search = try file.statement("SELECT readings FROM metric_minute WHERE key = ?")
        search.bind(key, at: 1)
        defer { search.reset() }
        guard try search.step() else { return MetricMinute() }
        guard let known = search.withBytes(0, { MetricMinute(decoding: $0, minute: minute, shape) }) else {
            throw StoreError.damaged(path: file.path, detail: "a minute of metrics")
        }
        return known
    }

    /// Puts a series and minute in the place of what stands there.
    func write(_ readings: [UInt8], key: Int64) throws {
        let insertion = try file.statement("INSERT OR REPLACE INTO metric_minute VALUES (?, ?)")
        insertion.bind(key, at: 1)
        try readings.withUnsafeBytes { bytes in
            insertion.bind(blob: bytes, at: 2)
            try insertion.run()
        }
    }
}
