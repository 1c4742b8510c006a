import Domain

/// The data points of a request in the form in which they are stored: by series and minute, so that each row is written once.
struct PreparedMetrics: Sendable {
    /// A data point.
    struct Point: Sendable {
        var stream: UInt64
        /// When counting began; nil when not said or when it cannot be.
        var start: Timestamp?
        var time: Timestamp
        var value: MetricValue
    }

    /// The points of one series within one minute, by time.
    struct Group: Sendable {
        var series: MetricSeriesKey
        var minute: Int64
        var points: [Point]
        var day: Day { Timestamp(minute: minute).day }
    }

    private(set) var groups: [Group] = []
    private(set) var count = 0

    init(_ observations: [MetricObservation]) {
        struct Place: Hashable {
            var series: Int
            var minute: Int64
        }
        var series: [MetricSeriesKey: Int] = [:]
        var places: [Place: Int] = [:]
        count = observations.count
        for observation in observations {
            let (point, minute) = (observation.point, observation.time.minute)
            let key = MetricSeriesKey(point)
            let place = Place(series: series[key] ?? series.count, minute: minute)
            series[key] = place.series
            let start = point.start > 0 ? Int64(exactly: point.start).map { Timestamp(nanoseconds: $0) } : nil
            let prepared = Point(
                stream: point.stream, start: start, time: observation.time, value: point.value)
            if let index = places[place] {
                groups[index].points.append(prepared)
            } else {
                places[place] = groups.count
                groups.append(Group(series: key, minute: minute, points: [prepared]))
            }
        }
        for index in groups.indices { groups[index].points.sort { $0.time < $1.time } }
    }

    /// About how much memory it takes.
    var byteCount: Int {
        groups.reduce(0) { size, group in
            group.points.reduce(size + 512) { size, point in
                guard case .distribution(let distribution, _) = point.value else { return size + 96 }
                return size + 96 + distribution.buckets.count * MemoryLayout<MetricDistribution.Bucket>.stride
            }
        }
    }
}
