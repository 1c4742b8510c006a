/// What a decision rests on. When it moves, who decided has to look again.
public struct DecisionBasis: Hashable, Sendable {
    /// What a gate said.
    public struct Verdict: Hashable, Sendable {
        public var gate: String
        public var verdict: GateVerdict
        /// A verdict of a gate.
        public init(gate: String, verdict: GateVerdict) { (self.gate, self.verdict) = (gate, verdict) }
    }

    public var rollout: RolloutID
    public var epoch: Int
    /// From 0.
    public var step: Int
    public var from: String
    public var to: String
    public var verdicts: [Verdict]

    /// A basis of the given parts.
    public init(rollout: RolloutID, epoch: Int, step: Int, from: String, to: String, verdicts: [Verdict]) {
        (self.rollout, self.epoch, self.step) = (rollout, epoch, step)
        (self.from, self.to, self.verdicts) = (from, to, verdicts)
    }

    /// SHA-256 of its canonical JSON: what a decision carries.
    public var digest: ContentDigest? { ContentDigest(bytes: SHA256.digest(Array(json.text.utf8))) }

    /// What is different in `newer`, in words; empty when nothing is.
    public func changes(to newer: DecisionBasis) -> [String] {
        var changes: [String] = []
        if epoch != newer.epoch { changes.append("evidence began anew (epoch \(epoch) → \(newer.epoch))") }
        if step != newer.step { changes.append("step \(step + 1) → \(newer.step + 1)") }
        if from != newer.from { changes.append("stable release \(from) → \(newer.from)") }
        if to != newer.to { changes.append("canary release \(to) → \(newer.to)") }
        for now in newer.verdicts {
            let before = verdicts.first { $0.gate == now.gate }?.verdict
            if before != now.verdict {
                changes.append("\(now.gate): \(before?.rawValue ?? "not there") → \(now.verdict.rawValue)")
            }
        }
        return changes
    }
}
