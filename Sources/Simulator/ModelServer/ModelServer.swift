import Domain

/// A model server of the simulated company, of its own hardware: when the scenario's trouble begins, its cache fills and requests queue.
struct ModelServer: Sendable {
    private let scenario: Scenario
    private let seed: UInt64
    private let epoch: Timestamp
    private let load: LoadCurve
    private let start: Timestamp
    /// Up to this moment it has reported.
    private var moment: Timestamp
    private var counted: ModelServerReport

    /// Requests a second at usual load, and how long the trouble takes until it is at its worst.
    private static let (requestsPerSecond, rise) = (6.0, Nanoseconds.minutes(9))

    init(scenario: Scenario, seed: UInt64, epoch: Timestamp, from start: Timestamp) {
        (self.scenario, self.seed, self.epoch, self.start, moment) = (scenario, seed, epoch, start, start)
        load = LoadCurve(seed: seed)
        counted = ModelServerReport(
            start: start, time: start, waiting: 0, running: 0, cacheShare: 0, promptTokens: 0, generationTokens: 0,
            firstTokenCounts: Array(repeating: 0, count: ModelServerReport.bounds.count + 1), firstTokenSum: 0)
    }

    /// What it says every `interval` up to `time` and has not said before.
    mutating func reports(until time: Timestamp, every interval: Nanoseconds) -> [ModelServerReport] {
        var reports: [ModelServerReport] = []
        var next = moment.floored(to: interval).advanced(by: interval)
        while next <= time {
            reports.append(report(at: next))
            next = next.advanced(by: interval)
        }
        return reports
    }

    private mutating func report(at time: Timestamp) -> ModelServerReport {
        var source = RandomSource(seed: seed, .server, UInt64(bitPattern: time.nanoseconds))
        let (busy, trouble) = (load.factor(at: time), trouble(at: time))
        let seconds = time.since(moment).seconds
        // Of a long time a part speaks for all.
        let requests = source.poisson(min(Self.requestsPerSecond * busy * seconds, 400))
        let share = Self.requestsPerSecond * busy * seconds / max(1, Double(requests))
        for _ in 0..<requests {
            let seconds = source.logNormal(median: 0.055 * (1 + 30 * trouble), sigma: 0.5 + 0.4 * trouble)
            let bucket = ModelServerReport.bounds.firstIndex { seconds <= $0 } ?? ModelServerReport.bounds.count
            counted.firstTokenCounts[bucket] += 1
            counted.firstTokenSum += seconds
            counted.promptTokens += (source.logNormal(median: 900, sigma: 0.5) * share).rounded()
            counted.generationTokens += (source.logNormal(median: 170, sigma: 0.6) * share).rounded()
        }
        moment = time
        counted.time = time
        counted.waiting = Int64(source.poisson(0.4 * busy + 42 * trouble))
        counted.running = Int64(source.poisson(8 * busy + 20 * trouble))
        counted.cacheShare = min(0.999, 0.42 * busy + 0.55 * trouble.squareRoot() + source.uniform(0, 0.03))
        return counted
    }

    /// How bad it is at a moment, 0 to 1: it rises from the scenario's onset on, as long as the trouble lasts.
    private func trouble(at time: Timestamp) -> Double {
        let elapsed = time.since(epoch)
        guard let onset = scenario.onset, elapsed > onset else { return 0 }
        let conditions = scenario.conditions(elapsed)
        let isCanarySlow = conditions.canaryShare > 0 && conditions.canary.slowness > 1
        guard isCanarySlow || !conditions.outages.isEmpty else { return 0 }
        return min(1, Double(elapsed.count - onset.count) / Double(Self.rise.count))
    }
}
