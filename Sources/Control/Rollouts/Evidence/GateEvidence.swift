import Domain
import Statistics

/// What the units so far say of one gate. It grows with nothing: each unit changes the same numbers.
struct GateEvidence: Equatable, Sendable {
    let gate: RolloutGate
    private(set) var baseline: GateBaseline
    private(set) var lanes: GateLanes?
    private(set) var stable = ArmSummary()
    private(set) var canary = ArmSummary()
    /// Values of the baseline, until they say what amounts and times are measured by. Units are not bet on before.
    private(set) var calibration: [Double]
    /// Of requests that both releases answered.
    private(set) var shadow: PairedBetting?
    private(set) var pairs = 0
    private let weights: [Double]

    init(_ gate: RolloutGate, _ baseline: GateBaseline, weights: [Double]) {
        (self.gate, self.baseline, self.weights) = (gate, baseline, weights)
        calibration = []
        lanes = needsCalibration ? nil : GateLanes(gate, baseline, weights: weights)
        let margin = gate.metric.scale == .ratio ? 0.02 : gate.size(of: gate.margin, baseline: baseline)
        shadow = PairedBetting(margin: min(0.99, margin))
    }

    private var needsCalibration: Bool { gate.metric.scale == .ratio && baseline.reference == nil }

    mutating func add(_ unit: RolloutUnit, _ values: [Double]) {
        let isPercentile = gate.metric.percentile != nil
        if unit.isCanary {
            canary.add(values, isPercentile: isPercentile)
        } else {
            stable.add(values, isPercentile: isPercentile)
        }
        guard !needsCalibration else {
            if !unit.isCanary { calibrate(values) }
            return
        }
        let (gate, reference) = (gate, baseline.reference)
        lanes?.add(isCanary: unit.isCanary, probability: unit.probability) { excess in
            gate.meanHarm(of: values, reference: reference, isCanary: unit.isCanary, excess: excess)
        }
    }

    mutating func add(live: Double, shadow: Double) {
        guard let before = gate.harm(of: live, reference: baseline.reference, isCanary: false, excess: 0),
            let after = gate.harm(
                of: shadow, reference: baseline.reference, isCanary: true,
                excess: gate.metric.scale == .ratio ? gate.margin.relative : 0)
        else { return }
        if self.shadow?.add(baseline: before, canary: after) == true { pairs += 1 }
    }

    private mutating func calibrate(_ values: [Double]) {
        calibration += values.filter { $0.isFinite && $0 >= 0 }
        guard calibration.count >= Self.calibrationValues else { return }
        if let percentile = gate.metric.percentile {
            let sorted = calibration.sorted()
            baseline.reference = sorted[min(sorted.count - 1, Int(percentile.share * Double(sorted.count)))]
        } else {
            let mean = calibration.reduce(0, +) / Double(calibration.count)
            baseline.reference = mean > 0 ? RolloutGate.capMultiple * mean : nil
        }
        guard baseline.reference != nil else { return }
        calibration = []
        lanes = GateLanes(gate, baseline, weights: weights)
    }

    private static let calibrationValues = 50

    /// Whether the metric is there in one arm and clearly less in the other: by more than five percentage points, and not by chance.
    var isIncomparable: Bool {
        let (stable, canary) = (stable, canary)
        guard stable.units >= Self.fewestUnits, canary.units >= Self.fewestUnits,
            stable.measured + canary.measured > 0
        else { return false }
        let difference = abs(stable.coverage - canary.coverage)
        let all = Double(stable.units + canary.units)
        let share = Double(stable.measured + canary.measured) / all
        let error = (share * (1 - share) * (1 / Double(stable.units) + 1 / Double(canary.units))).squareRoot()
        return difference > 0.05 && difference > 4 * error
    }

    private static let fewestUnits = 30

    /// What an arm shows in the metric's own unit.
    func value(_ arm: ArmSummary) -> Double? {
        guard arm.measured > 0 else { return nil }
        guard let percentile = gate.metric.percentile else {
            let mean = arm.sum / Double(arm.measured)
            return gate.metric == .thumbsDown ? 1 - mean : mean
        }
        return arm.quantiles.quantile(percentile.share)
    }
}

extension GateEvidence {
    /// Writes down what units changed.
    func write(to numbers: inout EvidenceNumbers, _ sketches: inout [UInt8]) {
        numbers.numbers.append(baseline.reference ?? .nan)
        numbers.numbers.append(Double(calibration.count))
        numbers.numbers += calibration
        for arm in [stable, canary] {
            numbers.numbers += [Double(arm.units), Double(arm.measured), arm.sum]
            if gate.metric.percentile != nil { arm.quantiles.encode(into: &sketches) }
        }
        for betting in lanes?.bettings ?? [] { numbers.add(betting) }
        numbers.numbers.append(Double(pairs))
        if let shadow {
            numbers.add(shadow.harm)
            numbers.add(shadow.safe)
        }
    }

    /// Takes up what was written; false when it is not of this gate.
    mutating func restore(_ numbers: inout EvidenceNumbers.Reader, _ sketches: RawSpan, _ offset: inout Int) -> Bool {
        guard let reference = numbers.next(), let count = numbers.count(), count >= 0 else { return false }
        for _ in 0..<count {
            guard let value = numbers.next() else { return false }
            calibration.append(value)
        }
        if needsCalibration, !reference.isNaN {
            baseline.reference = reference
            lanes = GateLanes(gate, baseline, weights: weights)
        }
        guard let stable = arm(&numbers, sketches, &offset), let canary = arm(&numbers, sketches, &offset) else {
            return false
        }
        (self.stable, self.canary) = (stable, canary)
        if var restored = lanes {
            guard restored.restore(&numbers) else { return false }
            lanes = restored
        }
        guard let pairs = numbers.count() else { return false }
        self.pairs = pairs
        if let margin = shadow?.margin {
            guard let harm = numbers.wealth(), let safe = numbers.wealth() else { return false }
            shadow = PairedBetting(margin: margin, harm: harm, safe: safe)
        }
        return true
    }

    private func arm(
        _ numbers: inout EvidenceNumbers.Reader, _ sketches: RawSpan, _ offset: inout Int
    ) -> ArmSummary? {
        guard let units = numbers.count(), let measured = numbers.count(), let sum = numbers.next() else { return nil }
        var arm = ArmSummary()
        (arm.units, arm.measured, arm.sum) = (units, measured, sum)
        if gate.metric.percentile != nil {
            guard let quantiles = try? QuantileSketch(decoding: sketches, from: &offset) else { return nil }
            arm.quantiles = quantiles
        }
        return arm
    }
}
