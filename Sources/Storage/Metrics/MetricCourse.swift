import Domain

/// Puts the readings of one series, minute by minute, together to samples a step. Minutes must be added in ascending order.
///
/// A stream continues an earlier reading of its own when that is at most `patience` old. When there is none, or counting began anew, all
/// that was counted came now if counting began within that time too, or went back; otherwise nobody knows when it came, and it only
/// is where counting goes on from.
struct MetricCourse {
    private let series: MetricSeriesKey
    private let meaning: MetricMeaning
    private let scale: Double
    private let first: Int64
    private let step: Int64
    private var samples: [MetricSample?]
    private var last: [UInt64: (minute: Int64, value: MetricReading.Value)] = [:]
    private var lastLevel: (minute: Int64, sample: MetricSample)?
    private var total: MetricSample?

    /// Minutes within which a reading is continued.
    static let patience: Int64 = 10
    /// Minutes for which a level holds.
    private static let levelHolds: Int64 = 5

    /// A course of `count` steps of `step` minutes from the minute `first` on.
    init(_ series: MetricSeriesKey, _ meaning: MetricMeaning, first: Int64, step: Int64, count: Int) {
        (self.series, self.meaning, self.first, self.step) = (series, meaning, first, step)
        scale = MetricCatalogue.scale(name: series.name, unit: series.unit, meaning: meaning)
        samples = Array(repeating: nil, count: count)
    }

    /// Adds what was said within `minute`.
    mutating func add(_ readings: [MetricReading], minute: Int64) {
        if series.shape.form == .level { return addLevels(readings, minute: minute) }
        let index = index(of: minute)
        for reading in readings {
            let news = news(in: reading, minute: minute)
            last[reading.stream] = (minute, reading.value)
            guard let index, let news else { continue }
            Self.add(news, to: &samples[index])
            Self.add(news, to: &total)
        }
    }

    /// The series with its samples; nil when it says nothing within the range.
    func result(until end: Int64) -> MetricSeries? {
        let isLevel = series.shape.form == .level
        let whole = isLevel ? lastLevel.flatMap { end - $0.minute <= Self.levelHolds ? $0.sample : nil } : total
        guard whole != nil || samples.contains(where: { $0 != nil }) else { return nil }
        return MetricSeries(
            name: series.name, unit: series.unit, kind: series.kind, meaning: meaning, environment: series.environment,
            service: series.service, labels: series.labels, start: Timestamp(minute: first), step: .minutes(step),
            points: samples, total: whole)
    }

    private func index(of minute: Int64) -> Int? {
        guard minute >= first else { return nil }
        let index = Int(clamping: (minute - first) / step)
        return samples.indices.contains(index) ? index : nil
    }

    /// What came within the minute.
    private func news(in reading: MetricReading, minute: Int64) -> MetricSample? {
        if series.shape.isDifference { return sample(reading.value) }
        let earlier = last[reading.stream].flatMap { minute - $0.minute <= Self.patience ? $0.value : nil }
        switch (reading.value, earlier) {
        case (.amount(let amount), .amount(let before)?) where amount >= before: return sample(.amount(amount - before))
        case (.distribution(let distribution), .distribution(let before)?):
            return sample(.distribution(distribution.since(before) ?? distribution))
        case (_, .some): return sample(reading.value)
        case (_, nil):
            let began = reading.start.map { $0.minute >= minute - Self.patience } ?? false
            return began ? sample(reading.value) : nil
        }
    }

    private func sample(_ value: MetricReading.Value) -> MetricSample {
        switch value {
        case .level(let latest, let lowest, let highest): .level(latest: latest, lowest: lowest, highest: highest)
        case .amount(let amount): .amount(amount * scale)
        case .distribution(let distribution): .distribution(scale == 1 ? distribution : distribution.scaled(by: scale))
        }
    }

    private static func add(_ news: MetricSample, to sample: inout MetricSample?) {
        switch (sample, news) {
        case (.amount(let sum)?, .amount(let amount)): sample = .amount(sum + amount)
        case (.distribution(var sum)?, .distribution(let distribution)):
            sum.add(distribution)
            sample = .distribution(sum)
        default: sample = news
        }
    }

    // MARK: Levels

    private mutating func addLevels(_ readings: [MetricReading], minute: Int64) {
        for reading in readings { last[reading.stream] = (minute, reading.value) }
        var (latest, lowest, highest): (Double?, Double?, Double?)
        for (seen, value) in last.values where minute - seen <= Self.levelHolds {
            guard case .level(let newest, let low, let high) = value else { continue }
            latest = combined(latest, newest)
            // What was seen in an earlier minute was the newest since.
            lowest = combined(lowest, seen == minute ? low : newest)
            highest = combined(highest, seen == minute ? high : newest)
        }
        guard let latest, let lowest, let highest else { return }
        fill(until: minute)
        lastLevel = (minute, .level(latest: latest, lowest: lowest, highest: highest))
        guard let index = index(of: minute) else { return }
        if case .level(_, let low, let high)? = samples[index] {
            samples[index] = .level(latest: latest, lowest: min(low, lowest), highest: max(high, highest))
        } else {
            samples[index] = lastLevel?.sample
        }
    }

    /// A level holds until the next one is told, for a while.
    private mutating func fill(until minute: Int64) {
        guard let lastLevel, case .level(let level, _, _) = lastLevel.sample else { return }
        for between in lastLevel.minute + 1..<max(lastLevel.minute + 1, min(minute, lastLevel.minute + Self.levelHolds))
        {
            guard let index = index(of: between), samples[index] == nil else { continue }
            samples[index] = .level(latest: level, lowest: level, highest: level)
        }
    }

    private func combined(_ sum: Double?, _ level: Double) -> Double {
        guard let sum else { return level }
        return meaning.addsUp ? sum + level : max(sum, level)
    }
}

extension MetricDistribution {
    /// The same in another unit; `factor` is positive.
    fileprivate func scaled(by factor: Double) -> MetricDistribution {
        MetricDistribution(
            count: count, sum: sum.map { $0 * factor }, least: least.map { $0 * factor },
            greatest: greatest.map { $0 * factor },
            buckets: buckets.map { Bucket(Interval($0.interval.lower * factor, $0.interval.upper * factor), $0.count) })
    }
}
