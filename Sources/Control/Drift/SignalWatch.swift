import Domain
import Statistics

/// What is remembered of a signal from window to window: the evidence so far, and values that wait for more.
public struct SignalWatch: Hashable, Sendable {
    /// M of the signals that are compared by windows.
    private(set) var detector = ShiryaevRoberts()
    /// The bets of a rate; nil before its baseline is known.
    private(set) var rate: RateDetector?
    /// Where the next window begins.
    public private(set) var windowStart: Timestamp?
    /// The product of the e-values since it was last below 1: where it began to rise is where the change most likely lies (Page's CUSUM).
    private(set) var rise = 1.0
    /// When the evidence began to rise.
    public private(set) var since: Timestamp?
    /// The last closed window.
    public private(set) var reading: DriftReading?
    /// Why nothing could be said of the window that is open, in words.
    public private(set) var lack: String?

    /// Nothing was seen yet.
    public init() {}

    init(
        detector: ShiryaevRoberts, rate: RateDetector?, windowStart: Timestamp?, since: Timestamp?,
        rise: Double, reading: DriftReading?,
        lack: String?
    ) {
        (self.detector, self.rate, self.windowStart) = (detector, rate, windowStart)
        (self.since, self.rise, self.reading, self.lack) = (since, rise, reading, lack)
    }

    /// Takes in a window that ends at `end`, of which `current` are the values since the window opened.
    ///
    /// - Parameter signals: how many signals share the budget.
    /// - Returns: whether the window closed. An open one waits for more values: the next call is given them all again.
    public mutating func advance(
        _ signal: DriftSignal, _ reference: WindowSummary?, _ current: WindowSummary, _ window: TimeRange, signals: Int,
        _ settings: DriftSettings
    ) -> Bool {
        let start = windowStart.map { max($0, window.to.advanced(by: -settings.longestWindow)) } ?? window.from
        windowStart = start
        let range = TimeRange(from: start, to: window.to)
        guard let reference else { return close(lacking: "the reference is being learned", at: window.to) }
        if signal.kind == .rate { return advanceRate(signal, reference, current, range, signals, settings) }
        let seed = UInt64(bitPattern: window.to.nanoseconds)
        switch SignalComparison.of(signal, reference, current, settings, seed: seed) {
        case .lack(let why):
            guard range.length < settings.longestWindow else { return close(lacking: why, at: window.to) }
            lack = why
            return false
        case .tested(let p, let effect, let isLarge, let count, let smallest):
            take(
                p: p, smallest: smallest, effect: effect, isLarge: isLarge, count: count, range, signals: signals,
                settings)
            return true
        }
    }

    /// Takes in a test that somebody else made, such as that of paired scores of evaluation runs.
    public mutating func take(
        p: Double, smallest: Double = 1e-5, effect: Double, isLarge: Bool, count: Int64, _ range: TimeRange,
        signals: Int,
        _ settings: DriftSettings
    ) {
        guard let evidence = PowerCalibrator.evidence(p: p, smallest: smallest) else { return }
        let threshold = settings.threshold(signals: signals)
        follow(evidence, range)
        detector.add(evidence)
        detector.limit(to: Self.mostEvidence * threshold)
        close(effect: effect, p: p, isLarge: isLarge, count: count, detector.value, threshold, range)
    }

    private mutating func advanceRate(
        _ signal: DriftSignal, _ reference: WindowSummary, _ current: WindowSummary, _ range: TimeRange, _ signals: Int,
        _ settings: DriftSettings
    ) -> Bool {
        let (then, now) = (RateRecords(signal, reference), RateRecords(signal, current))
        guard let then, Double(then.count) >= settings.fewestReference / 5 else {
            return close(
                lacking: "the reference has \(then?.count ?? 0) values of \(Int(settings.fewestReference / 5))",
                at: range.to)
        }
        guard let baseline = then.baseline else {
            return close(lacking: "the values of the reference are not within 0 and 1, or leave no room", at: range.to)
        }
        guard let now else {
            guard range.length < settings.longestWindow else { return close(lacking: "no values", at: range.to) }
            lack = "no values"
            return false
        }
        var bets = rate.flatMap { $0.baseline == baseline ? $0 : nil } ?? RateDetector(baseline: baseline)
        let threshold = then.records(in: settings.budget, took: settings.learning) * Double(max(1, signals))
        now.shuffled(seed: UInt64(bitPattern: range.to.nanoseconds)).forEach { bets?.add($0) }
        // Without a change M grows by one a record.
        follow((bets?.value ?? 0) / ((rate?.value ?? 0) + Double(max(1, now.count))), range)
        bets?.limit(to: Self.mostEvidence * threshold)
        rate = bets
        close(
            effect: now.mean - then.mean, p: nil, isLarge: now.mean > baseline, count: now.count, bets?.value ?? 0,
            threshold, range)
        return true
    }

    private mutating func close(
        effect: Double, p: Double?, isLarge: Bool, count: Int64, _ value: Double, _ threshold: Double,
        _ range: TimeRange
    ) {
        let state: DriftState =
            switch ShiryaevRoberts(value: value).state(threshold: threshold) {
            case .calm: .calm
            case .watch: .watch
            case .alarm: isLarge ? .alarm : .watch
            }
        reading = DriftReading(
            window: range, count: count, effect: effect, p: p, isLarge: isLarge, evidence: value / threshold,
            state: state)
        (windowStart, lack) = (range.to, nil)
    }

    private mutating func follow(_ evidence: Double, _ range: TimeRange) {
        rise = min(max(1, rise * evidence), 1e300)
        since = rise > 1 ? since ?? range.from : nil
    }

    private mutating func close(lacking why: String, at end: Timestamp) -> Bool {
        (windowStart, lack) = (end, why)
        return true
    }

    /// Forgets the evidence: somebody has seen it, or what is now is the new normal.
    public mutating func reset() {
        (detector, rate, since, rise) = (ShiryaevRoberts(), nil, nil, 1)
        reading = nil
    }

    /// What is known at `now`. A window that could be compared lately is needed; silence is no good news.
    public func state(at now: Timestamp, _ settings: DriftSettings) -> DriftState {
        guard let reading, now.since(reading.window.to) < settings.longestWindow else { return .notEnough }
        return lack == nil || reading.state != .calm || now.since(reading.window.to) < .hours(6)
            ? reading.state : .notEnough
    }

    /// M is kept at most so many times what an alarm needs, so that it is back soon after a drift is over.
    private static let mostEvidence = 2.0
}
