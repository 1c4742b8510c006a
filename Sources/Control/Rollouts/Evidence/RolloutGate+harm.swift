import Domain
import Statistics

extension RolloutGate {
    /// The harm of one measured value, 0 … 1, bigger is worse; nil when the value is none of the metric's.
    ///
    /// - Parameters:
    ///   - reference: what amounts and times are measured by (`GateBaseline.reference`).
    ///   - excess: how much more of an amount or time the canary may have, as a share; 0 for others.
    func harm(of value: Double, reference: Double?, isCanary: Bool, excess: Double) -> Double? {
        switch metric {
        case .errorRate, .rate: value >= 0 && value <= 1 ? value : nil
        case .thumbsDown: value >= 0 && value <= 1 ? 1 - value : nil
        case .score(_, let scale):
            Harm.score(value, lowest: scale.lowest, highest: scale.highest, lowerIsBetter: scale.lowerIsBetter)
        case .cost, .tokens:
            reference.flatMap { Harm.amount(value, cap: $0, isCanary: isCanary, relativeMargin: excess) }
        case .latency, .timeToFirstToken:
            reference.flatMap { Harm.exceedance(value, of: $0, isCanary: isCanary, relativeMargin: excess) }
        }
    }

    /// The mean harm of the values of a unit; nil when none is one of the metric's.
    func meanHarm(of values: [Double], reference: Double?, isCanary: Bool, excess: Double) -> Double? {
        let harms = values.compactMap { harm(of: $0, reference: reference, isCanary: isCanary, excess: excess) }
        return harms.isEmpty ? nil : harms.reduce(0, +) / Double(harms.count)
    }

    /// A margin as a difference of harm, or as a share for amounts and times.
    func size(of margin: GateMargin, baseline: GateBaseline) -> Double {
        switch metric.scale {
        case .share: min(1, max(margin.absolute, margin.relative * (baseline.meanHarm ?? 0)))
        case .points:
            if case .score(_, let scale) = metric {
                min(1, margin.absolute / (scale.highest - scale.lowest))
            } else {
                min(1, margin.absolute)
            }
        case .ratio: margin.relative
        }
    }

    /// What a difference of harm is in the metric's own unit: points of a score, else itself.
    func shown(_ difference: Double) -> Double {
        if case .score(_, let scale) = metric { difference * (scale.highest - scale.lowest) } else { difference }
    }

    /// Where harm is expected while nobody knows what it was before.
    var usualHarm: Double {
        switch metric {
        case .errorRate, .rate, .thumbsDown: 0.02
        case .score: 0.1
        case .cost, .tokens: 1 / Self.capMultiple
        case .latency(let percentile), .timeToFirstToken(let percentile): 1 - percentile.share
        }
    }

    /// Amounts count up to so many times the mean of the baseline.
    static let capMultiple = 8.0

    /// By how much wider a margin is at a step: a small share can only exclude gross harm; from one half on the margin itself is meant.
    static func widening(at weight: Double) -> Double { max(1, min(4, (0.5 / weight).squareRoot())) }
}

extension RolloutPlan {
    /// The weights below 1 at which units are compared, ascending.
    var comparedWeights: [Double] { steps.compactMap(\.weight).filter { $0 < 1 } }

    /// The place in `comparedWeights` of the margin that counts at `step`: of the last one for steps that compare nothing any more.
    func lane(ofStep step: Int) -> Int {
        let before = steps.prefix(step + 1).compactMap(\.weight).count { $0 < 1 }
        return max(0, before - 1)
    }
}
