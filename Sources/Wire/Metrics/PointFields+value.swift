import Domain

extension PointFields {
    /// What the point says.
    ///
    /// - Throws: why it cannot be taken.
    func value(_ kind: MetricKind, _ context: MetricReader.Context) throws(PointFault) -> MetricValue {
        switch kind {
        case .gauge: return .level(try finite())
        case .sum:
            let number = try finite()
            guard context.isMonotonic else {
                guard context.isDifference else { return .level(number) }
                throw PointFault(reason: "differences of a sum that also falls say no level")
            }
            guard number >= 0 else { throw PointFault(reason: "a sum that only grows is negative") }
            return .amount(number, isDifference: context.isDifference)
        case .histogram: return .distribution(try explicit(), isDifference: context.isDifference)
        case .exponentialHistogram: return .distribution(try exponential(), isDifference: context.isDifference)
        case .summary: return .distribution(try distribution([]), isDifference: false)
        }
    }

    private func finite() throws(PointFault) -> Double {
        guard let number, number.isFinite else { throw PointFault(reason: "a value is no finite number") }
        return number
    }

    private func explicit() throws(PointFault) -> MetricDistribution {
        // Without buckets only count and sum are told.
        guard !counts.isEmpty else { return try distribution([]) }
        guard !hasManyBuckets else { throw PointFault(reason: "a histogram has more than \(Self.mostBuckets) buckets") }
        let isAscending = zip(bounds, bounds.dropFirst()).allSatisfy { $0 < $1 }
        guard counts.count == bounds.count + 1, isAscending, bounds.allSatisfy(\.isFinite) else {
            throw PointFault(reason: "the buckets of a histogram do not fit its bounds")
        }
        var buckets: [MetricDistribution.Bucket] = []
        for (index, count) in counts.enumerated() where count > 0 {
            guard let count = Int64(exactly: count) else { throw Self.hugeCount }
            let interval = MetricDistribution.Interval(
                index > 0 ? bounds[index - 1] : -.infinity, index < bounds.count ? bounds[index] : .infinity)
            buckets.append(MetricDistribution.Bucket(interval, count))
        }
        return try distribution(buckets)
    }

    private func exponential() throws(PointFault) -> MetricDistribution {
        guard !hasManyBuckets else { throw PointFault(reason: "a histogram has more than \(Self.mostBuckets) buckets") }
        guard let above = positive.intervals(scale: scale), let below = negative.intervals(scale: scale) else {
            throw PointFault(reason: "an exponential histogram has a scale or counts that cannot be")
        }
        var buckets: [MetricDistribution.Bucket] = below.reversed().map {
            MetricDistribution.Bucket(.init(-$0.interval.upper, -$0.interval.lower), $0.count)
        }
        if zeroCount > 0 {
            guard let count = Int64(exactly: zeroCount) else { throw Self.hugeCount }
            let threshold = zeroThreshold.isFinite ? max(0, zeroThreshold) : 0
            buckets.append(MetricDistribution.Bucket(.init(0 - threshold, threshold), count))
        }
        return try distribution(buckets + above)
    }

    private func distribution(_ buckets: [MetricDistribution.Bucket]) throws(PointFault) -> MetricDistribution {
        guard let count = Int64(exactly: count) else { throw Self.hugeCount }
        func known(_ number: Double?) -> Double? { number.flatMap { $0.isFinite ? $0 : nil } }
        return MetricDistribution(
            count: count, sum: known(sum), least: known(least), greatest: known(greatest), buckets: buckets)
    }

    private static let hugeCount = PointFault(reason: "a count is larger than 63 bits")
}
