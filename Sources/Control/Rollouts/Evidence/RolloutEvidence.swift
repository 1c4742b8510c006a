import Domain
import Statistics

/// All that the units of an epoch say, gate by gate and together. A value: it depends on the plan, the baselines and the units in their
/// order, and on nothing else, so that it can be made again from what is kept, bit for bit.
public struct RolloutEvidence: Equatable, Sendable {
    public let epoch: Int
    /// The number of the last unit that was taken.
    public private(set) var lastUnit: Int64 = 0
    /// The number of the last pair that was taken.
    public private(set) var lastPair: Int64 = 0
    /// Calls that came after the time of their unit was over.
    public private(set) var lateCalls = 0
    private(set) var gates: [GateEvidence]
    private(set) var split = SplitEvidence()
    private(set) var stableUnits = 0
    private(set) var canaryUnits = 0
    /// Canary units of each step of the plan.
    private(set) var stepUnits: [Int]
    /// The largest ln Σ vᵍ·Wᵍ so far.
    private(set) var harmPeak = 0.0
    /// The place of the gate that did most for it then.
    private(set) var culprit = 0
    private let shares: [Double]

    /// Nothing seen yet of the rollout's present epoch.
    public init(_ rollout: Rollout) {
        let plan = rollout.plan
        epoch = rollout.epoch
        gates = plan.gates.enumerated().map { index, gate in
            let baseline = rollout.baselines.indices.contains(index) ? rollout.baselines[index] : GateBaseline()
            return GateEvidence(gate, baseline, weights: plan.comparedWeights)
        }
        stepUnits = plan.steps.map { _ in 0 }
        shares = Self.shares(plan.gates)
    }

    /// How much each gate counts in the decision to roll back: those that speak of harm to users share four tenths, the other ones the
    /// rest. Gates that are only watched count nothing.
    private static func shares(_ gates: [RolloutGate]) -> [Double] {
        let required = gates.filter(\.isRequired)
        let safety = required.count { $0.metric.isSafety }
        let others = required.count - safety
        let safetyShare = others == 0 ? 1 : safety == 0 ? 0 : 0.4
        return gates.map { gate in
            guard gate.isRequired else { return 0 }
            return gate.metric.isSafety ? safetyShare / Double(safety) : (1 - safetyShare) / Double(others)
        }
    }

    /// Takes in the next unit; one that was taken already changes nothing.
    public mutating func add(_ unit: RolloutUnit) {
        guard unit.number > lastUnit else { return }
        lastUnit = unit.number
        if unit.isCanary { canaryUnits += 1 } else { stableUnits += 1 }
        if unit.isCanary, stepUnits.indices.contains(unit.step) { stepUnits[unit.step] += 1 }
        split.add(unit)
        for index in gates.indices {
            gates[index].add(unit, unit.values.indices.contains(index) ? unit.values[index] : [])
        }
        combine(gates.map { $0.lanes?.rollback.log ?? 0 })
    }

    /// Takes in the next pair of a shadow.
    public mutating func add(_ pair: ShadowPair) {
        guard pair.number > lastPair, pair.live.count == gates.count, pair.shadow.count == gates.count else { return }
        lastPair = pair.number
        for (index, values) in zip(pair.live, pair.shadow).enumerated() {
            if let live = values.0, let shadow = values.1 { gates[index].add(live: live, shadow: shadow) }
        }
    }

    /// Counts calls that came too late.
    public mutating func countLate(_ calls: Int) { lateCalls += max(0, calls) }

    private mutating func combine(_ logEvidence: [Double]) {
        guard let combined = GateCombination(logEvidence: logEvidence, weights: shares),
            combined.logCombined > harmPeak
        else { return }
        (harmPeak, culprit) = (combined.logCombined, combined.culprit)
    }
}

extension RolloutEvidence {
    /// What is kept, so that a restart goes on where it was. Its length does not depend on the number of units.
    public var state: [UInt8] {
        var (numbers, sketches) = (EvidenceNumbers(), [UInt8]())
        numbers.numbers = [
            Double(epoch), Double(lastUnit), Double(lastPair), Double(lateCalls), Double(stableUnits),
            Double(canaryUnits), harmPeak, Double(culprit),
        ]
        numbers.numbers += stepUnits.map(Double.init)
        split.write(to: &numbers)
        for gate in gates { gate.write(to: &numbers, &sketches) }
        let length = EvidenceNumbers(numbers: [Double(numbers.numbers.count)])
        return length.bytes + numbers.bytes + sketches
    }

    /// What was kept of the rollout's present epoch; nil when `state` is of something else.
    public init?(_ rollout: Rollout, state: [UInt8]) {
        self.init(rollout)
        guard state.count >= 8, var head = EvidenceNumbers.Reader(Array(state.prefix(8))), let count = head.count(),
            count >= 0, count <= (state.count - 8) / 8,
            var numbers = EvidenceNumbers.Reader(Array(state[8..<8 + 8 * count])),
            numbers.count() == epoch, let lastUnit = numbers.count(), let lastPair = numbers.count(),
            let lateCalls = numbers.count(), let stableUnits = numbers.count(), let canaryUnits = numbers.count(),
            let harmPeak = numbers.next(), let culprit = numbers.count(), gates.indices.contains(culprit)
        else { return nil }
        (self.lastUnit, self.lastPair, self.lateCalls) = (Int64(lastUnit), Int64(lastPair), lateCalls)
        (self.stableUnits, self.canaryUnits, self.harmPeak) = (stableUnits, canaryUnits, harmPeak)
        self.culprit = culprit
        for index in stepUnits.indices {
            guard let units = numbers.count() else { return nil }
            stepUnits[index] = units
        }
        guard let split = SplitEvidence(&numbers) else { return nil }
        self.split = split
        let sketches = Array(state.dropFirst(8 + 8 * count))
        var offset = 0
        for index in gates.indices {
            guard gates[index].restore(&numbers, sketches.span.bytes, &offset) else { return nil }
        }
        guard numbers.isAtEnd, offset == sketches.count else { return nil }
    }
}
