/// Watches record by record whether the mean of values in 0 … 1 has risen above a baseline: six Shiryaev-Roberts detectors over bets
/// e = 1 + (λ/μ₀)(x − μ₀), small λ for small rises, large λ for large ones, and their mean. For a fall give it 1 − x.
public struct RateDetector: Hashable, Sendable, Codable {
    /// λ: the shares of the capital that are staked.
    public static let fractions: [Double] = [0.02, 0.05, 0.1, 0.2, 0.4, 0.7]

    /// μ₀: the mean that is still well; inside 0 … 1.
    public let baseline: Double
    private var detectors = RateDetector.fractions.map { _ in ShiryaevRoberts() }

    /// Nil unless `baseline` is inside 0 … 1.
    public init?(baseline: Double) {
        guard baseline > 0, baseline < 1 else { return nil }
        self.baseline = baseline
    }

    /// As it was kept: the values of the detectors of `fractions`. Nil unless there are as many, and `baseline` is inside 0 … 1.
    public init?(baseline: Double, values: [Double]) {
        self.init(baseline: baseline)
        guard values.count == detectors.count else { return nil }
        detectors = values.map { ShiryaevRoberts(value: $0) }
    }

    /// The values of the detectors of `fractions`.
    public var values: [Double] { detectors.map(\.value) }

    /// Lowers every detector to `largest`, as `ShiryaevRoberts.limit(to:)` does.
    public mutating func limit(to largest: Double) {
        for index in detectors.indices { detectors[index].limit(to: largest) }
    }

    /// The baseline for a rate that was itself counted: the upper end of its Wilson interval at 90 % and a tolerance, so that the guarantee
    /// holds although it is an estimate. Nil without trials, when the counts contradict each other, or there is no room left below 1.
    public static func baseline(events: Int, trials: Int, tolerance: Double = 0.01) -> Double? {
        guard let interval = WilsonInterval.of(events: events, trials: trials, level: 0.9) else { return nil }
        let baseline = interval.upper + tolerance
        return baseline > 0 && baseline < 1 ? baseline : nil
    }

    /// Bets on one value. False, and nothing changes, unless it is in 0 … 1.
    @discardableResult
    public mutating func add(_ value: Double) -> Bool {
        guard value >= 0, value <= 1 else { return false }
        for (index, fraction) in zip(detectors.indices, Self.fractions) {
            detectors[index].add(1 + fraction / baseline * (value - baseline))
        }
        return true
    }

    /// M: the mean of the six.
    public var value: Double { detectors.reduce(0) { $0 + $1.value / Double(Self.fractions.count) } }

    /// The state at `threshold`, in records.
    public func state(threshold: Double) -> ShiryaevRoberts.State {
        ShiryaevRoberts.state(of: value, threshold: threshold)
    }
}
