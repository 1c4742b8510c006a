import Domain

extension StoreReader {
    /// Copies what was said of metrics within `range`, and before it as far as counting goes on from there.
    func copyMetrics(_ range: TimeRange, _ mask: TelemetryMask?, to writer: SegmentWriter) throws {
        let minutes = range.minutes.lowerBound - MetricCourse.patience..<range.minutes.upperBound
        let around = TimeRange(from: Timestamp(minute: minutes.lowerBound), to: range.to)
        _ = try forEachSegment(around) { try $0.copyMetrics(minutes, mask, to: writer) }
    }
}

extension SegmentReader {
    fileprivate func copyMetrics(_ minutes: Range<Int64>, _ mask: TelemetryMask?, to writer: SegmentWriter) throws {
        // A segment of an earlier version has none.
        guard try file.number("SELECT 1 FROM sqlite_master WHERE name = 'metric_series'") != nil else { return }
        try file.snapshot {
            var series: [Int64: (key: MetricSeriesKey, id: Int64)] = [:]
            let keys = try file.statement("SELECT id, \(MetricSeriesKey.columns) FROM metric_series")
            defer { keys.reset() }
            while try keys.step() {
                guard var key = MetricSeriesKey(keys, from: 1) else { throw damaged("a series of metrics") }
                if let mask { key.mask(mask) }
                if let id = try writer.metrics.id(of: key) { series[keys.integer(0)] = (key, id) }
            }
            let rows = try file.statement("SELECT key, readings FROM metric_minute WHERE key >= ? AND key < ?")
            rows.bind(RollupLevel.minute.key(minute: minutes.lowerBound, series: 0), at: 1)
            rows.bind(RollupLevel.minute.key(minute: minutes.upperBound, series: 0), at: 2)
            defer { rows.reset() }
            var encoder = ByteWriter()
            while try rows.step() {
                let (minute, number) = rows.integer(0).quotientAndRemainder(dividingBy: RollupLevel.seriesPerStep)
                guard let (key, id) = series[number] else { continue }
                guard let readings = rows.withBytes(1, { MetricMinute(decoding: $0, minute: minute, key.shape) }) else {
                    throw damaged("a minute of metrics")
                }
                let place = RollupLevel.minute.key(minute: minute, series: Int(id))
                var merged = try writer.metricMinute(place, minute, key.shape)
                merged.add(readings)
                try writer.write(merged.encoded(minute: minute, with: &encoder), key: place)
            }
        }
    }
}

extension MetricSeriesKey {
    fileprivate mutating func mask(_ mask: TelemetryMask) {
        (service, environment) = (mask.text(service), mask.text(environment))
        labels = labels.map { MetricLabel($0.key, mask.text($0.value)) }
    }
}
