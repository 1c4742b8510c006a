import Domain

extension StoreReader {
    public func summary() throws -> StoreSummary {
        var summary = StoreSummary()
        var (environments, services) = (Set<String>(), Set<String>())
        let names = directory.segmentNames()
        for name in names {
            guard let segment = try segment(name) else { continue }
            try segment.file.snapshot {
                summary.spans += try segment.file.number("SELECT max(id) FROM span") ?? 0
                for series in try segment.series().values {
                    if let environment = series.environment { environments.insert(environment) }
                    if let service = series.service { services.insert(service) }
                }
                let ends = try segment.ends()
                summary.newest = [summary.newest, ends?.newest].compactMap(\.self).max()
                summary.oldest = [summary.oldest, ends?.oldest].compactMap(\.self).min()
            }
        }
        if let first = summary.oldest, let last = summary.newest {
            let all = TimeRange(from: first, to: last.advanced(by: Nanoseconds(1)))
            summary.calls = try rollups(
                RollupQuery(minutes: all.minutes, step: nil, by: [], filter: .all), all
            ).answer.cells.values.reduce(0) { $0 + $1.sums.calls }
        }
        (summary.environments, summary.services) = (environments.sorted(), services.sorted())
        summary.bytes = directory.bytes
        summary.collector = directory.collectorStatus()
        return summary
    }

    /// How telemetry arrives, as the collector counted last.
    public func ingestHealth() throws -> IngestHealth? { directory.ingestHealth() }

    /// A number that changes whenever something was committed.
    public func version() throws -> Int64 {
        var versions: [SegmentName: Int64] = [:]
        for name in directory.segmentNames() {
            versions[name] = try segment(name)?.file.number("PRAGMA data_version") ?? 0
        }
        for name in open.keys where versions[name] == nil { open.removeValue(forKey: name)?.close() }
        let control = controlVersion()
        if versions != lastVersions || control != lastControlVersion {
            (lastVersions, lastControlVersion, lastVersion) = (versions, control, lastVersion + 1)
        }
        return lastVersion
    }
}

extension SegmentReader {
    /// The end of the oldest and of the newest span; nil when there are none.
    fileprivate func ends() throws -> (oldest: Timestamp, newest: Timestamp)? {
        let statement = try file.statement(
            """
            SELECT min(first), max(last) FROM (SELECT min(first_end) AS first, max(last_end) AS last FROM block UNION ALL
            SELECT min(end_ns), max(end_ns) FROM span WHERE id > (SELECT coalesce(max(last_span), 0) FROM block))
            """)
        defer { statement.reset() }
        guard try statement.step(), let first = statement.optionalInteger(0), let last = statement.optionalInteger(1)
        else {
            return nil
        }
        return (Timestamp(nanoseconds: first), Timestamp(nanoseconds: last))
    }
}
