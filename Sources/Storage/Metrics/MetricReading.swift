import Domain

/// What one stream said of a series within one minute.
struct MetricReading: Hashable {
    enum Value: Hashable {
        case level(latest: Double, lowest: Double, highest: Double)
        case amount(Double)
        case distribution(MetricDistribution)
    }

    var stream: UInt64
    /// When counting began; nil when nobody said.
    var start: Timestamp?
    /// The moments of the points that are in it: of differences all, of everything else the latest.
    var times: [Timestamp]
    var value: Value

    /// What became of a point.
    enum Outcome {
        case taken
        /// It was here before, or says less than what is here.
        case repeated
        /// There is no room.
        case dropped
    }

    init(stream: UInt64, start: Timestamp?, times: [Timestamp], value: Value) {
        (self.stream, self.start, self.times, self.value) = (stream, start, times, value)
    }

    init(_ point: PreparedMetrics.Point) {
        let value: Value =
            switch point.value {
            case .level(let level): .level(latest: level, lowest: level, highest: level)
            case .amount(let amount, _): .amount(amount)
            case .distribution(let distribution, _): .distribution(distribution)
            }
        self.init(stream: point.stream, start: point.start, times: [point.time], value: value)
    }

    /// Takes one more point of the same stream and minute. The same points give the same reading however often and in whatever order they
    /// come (but for the rounding of sums).
    mutating func add(_ point: PreparedMetrics.Point) -> Outcome {
        let latest = times.last ?? point.time
        switch (value, point.value) {
        case (.level(let old, let lowest, let highest), .level(let level)):
            let isLater = point.time > latest
            let merged = Value.level(
                latest: isLater ? level : old, lowest: min(lowest, level), highest: max(highest, level))
            guard isLater || merged != value else { return .repeated }
            value = merged
            if isLater { times = [point.time] }
        case (.amount(let sum), .amount(let amount, true)):
            if let outcome = refusal(of: point.time) { return outcome }
            value = .amount(sum + amount)
        case (.distribution(var sum), .distribution(let distribution, true)):
            if let outcome = refusal(of: point.time) { return outcome }
            sum.add(distribution)
            value = .distribution(sum)
        case (.amount, .amount(let amount, false)):
            guard point.time > latest else { return .repeated }
            (value, times) = (.amount(amount), [point.time])
        case (.distribution, .distribution(let distribution, false)):
            guard point.time > latest else { return .repeated }
            (value, times) = (.distribution(distribution), [point.time])
        default: return .dropped
        }
        return .taken
    }

    /// Remembers the moment of a difference; why it cannot be added otherwise.
    private mutating func refusal(of time: Timestamp) -> Outcome? {
        if times.contains(time) { return .repeated }
        guard times.count < Self.mostTimes else { return .dropped }
        times.append(time)
        times.sort()
        return nil
    }

    /// Differences a minute whose moments are remembered: two a second.
    private static let mostTimes = 120
}
