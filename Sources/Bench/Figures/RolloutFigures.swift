/// How often the evidence of rollouts is wrong, and how soon it is right, beside what is usual.
struct RolloutFigures {
    private let weights = [0.05, 0.5]

    func measure() -> [Figure] { [falseAlarms()] + SimulatedMetric.allCases.flatMap(detections) }

    /// Two thousand rollouts between equal releases.
    private func falseAlarms() -> Figure {
        let runs = 2000 / (weights.count * SimulatedMetric.allCases.count)
        let rollouts = SimulatedMetric.allCases.flatMap { metric in
            weights.flatMap { weight in
                (0..<runs).map { SimulatedRollout(metric, weight: weight, isWorse: false, seed: seed($0, weight)) }
            }
        }
        let share = { (judge: KeyPath<SimulatedRollout, Int?>) in
            Double(rollouts.count { $0[keyPath: judge] != nil }) / Double(rollouts.count)
        }
        let percent = { (share: Double) in "\(decimals(share * 100, 1)) %" }
        return Figure(
            "false roll-backs in \(rollouts.count) A/A rollouts", percent(share(\.betting)),
            reference: "peeking z \(percent(share(\.peeking))), fixed \(percent(share(\.threshold)))", reach: "≤ 5 %",
            isReached: share(\.betting) <= 0.05)
    }

    private func detections(_ metric: SimulatedMetric) -> [Figure] {
        weights.map { weight in
            let rollouts = (0..<100).map {
                SimulatedRollout(metric, weight: weight, isWorse: true, seed: seed($0, weight))
            }
            let found = { (judge: KeyPath<SimulatedRollout, Int?>) in
                let times = rollouts.compactMap { $0[keyPath: judge] }.map(Double.init)
                return "\(Int(times.median)) (\(times.count) %)"
            }
            return Figure(
                "\(metric.rawValue), \(Int(weight * 100)) % canary: units", found(\.betting),
                reference: "z \(found(\.peeking)), fixed \(found(\.threshold))")
        }
    }

    private func seed(_ run: Int, _ weight: Double) -> UInt64 { UInt64(run) << 8 | UInt64(weight * 100) }
}
