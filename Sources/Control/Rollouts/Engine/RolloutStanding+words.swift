import Domain
import Glibc

extension RolloutStanding {
    /// Whether nothing speaks of harm: every required gate was seen in both arms, its estimate is inside the margin and its evidence of harm is
    /// below 3.
    var showsNoHarm: Bool {
        gates.filter(\.isRequired).allSatisfy { gate in
            guard gate.verdict == .pass || gate.verdict == .undecided, gate.harm < log(3), gate.canaryUnits > 0,
                let stable = gate.stable, let canary = gate.canary
            else { return false }
            if gate.verdict == .pass { return true }
            return abs(canary - stable) <= gate.allowed * (gate.isRelative ? stable : 1)
        }
    }

    /// Why the canary is rolled back, with numbers.
    func harmInWords(culprit: Int) -> String {
        let named = gates.indices.contains(culprit) ? gates[culprit] : nil
        let others = gates.filter { $0.verdict == .fail && $0.gate != named?.gate }.map(\.gate)
        let odds = Self.odds(harmPeak)
        let limit = Self.odds(harmLimit)
        let also = others.isEmpty ? "" : "; also \(others.joined(separator: ", "))"
        guard let named else { return "harm is shown: evidence \(odds), limit \(limit)" }
        return "\(named.gate): \(named.inWords); evidence of harm \(odds) to 1, limit \(limit) to 1\(also)"
    }

    /// What is wrong with the split.
    var splitInWords: String {
        func percent(_ share: Double?) -> String {
            share.map { "\(($0 * 1000).rounded() / 10) %" } ?? "unknown"
        }
        return "the router does not honour the weights: \(percent(seenShare)) of the units were seen with the canary, "
            + "\(percent(plannedShare)) were meant; \(mismatches) were seen with the other release"
    }

    private static func odds(_ logarithm: Double) -> String {
        let odds = exp(min(logarithm, 30))
        return logarithm > 30 ? "over 10^13" : odds < 100 ? "\((odds * 10).rounded() / 10)" : "\(Int(odds.rounded()))"
    }
}

extension GateStanding {
    /// What both arms show: `stable 1.41, canary 1.52`.
    var inWords: String {
        func text(_ value: Double?) -> String { value.map { "\(($0 * 10_000).rounded() / 10_000)" } ?? "unknown" }
        return "stable \(text(stable)) in \(stableUnits) units, canary \(text(canary)) in \(canaryUnits)"
    }
}
