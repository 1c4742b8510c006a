import Domain
import Drawing

/// Rollouts as the command line prints them.
public enum RolloutReport {
    /// A list, newest first; JSON has one object a line.
    public static func list(_ rollouts: [Rollout], json: Bool) -> String {
        rollouts.map { json ? $0.json.text : line($0) }.joined(separator: "\n")
    }

    /// One line about a rollout.
    public static func line(_ rollout: Rollout) -> String {
        let steps = "step \(rollout.step + 1) of \(rollout.plan.steps.count)"
        return clean(
            "\(rollout.id)  \(rollout.plan.app)  \(rollout.plan.from) → \(rollout.plan.to)  \(rollout.phase.name)  \(steps)  "
                + "canary \(percent(rollout.weight))  \(rollout.reason)")
    }

    /// Everything about a rollout.
    public static func text(_ detail: RolloutDetail) -> String {
        let log = detail.events.map { event in
            clean(
                "\(event.time.rfc3339(.none))  \(event.change.name)  canary \(percent(event.weight))  "
                    + "\(event.principal ?? "engine"): \(event.reason)")
        }
        let evidence = detail.standing?.basis.digest.map { ["evidence \($0)"] } ?? []
        return ([line(detail.rollout), ""] + gateLines(detail) + evidence + [""] + log).joined(separator: "\n")
    }

    /// How the gates stand.
    public static func gates(_ detail: RolloutDetail, json: Bool) -> String {
        if json { return detail.standing?.json.text ?? "null" }
        return gateLines(detail).joined(separator: "\n")
    }

    /// What a plan would have done.
    public static func rehearsal(_ detail: RolloutDetail, canaryUnits: Int, json: Bool) -> String {
        if json { return detail.json.text }
        let head =
            canaryUnits > 0
            ? "tried with \(canaryUnits) recorded units of \(detail.rollout.plan.to)"
            : "nothing was recorded of \(detail.rollout.plan.to): both arms are \(detail.rollout.plan.from)"
        return clean(head) + "\n" + text(detail)
    }

    private static func gateLines(_ detail: RolloutDetail) -> [String] {
        guard let standing = detail.standing else { return ["nothing is known of its gates yet"] }
        let gates = standing.gates.map { gate in
            let range = "\(number(gate.lower)) .. \(number(gate.upper))"
            return clean(
                "\(gate.gate)  \(gate.verdict.rawValue)\(gate.isRequired ? "" : " (watched)")  stable \(number(gate.stable))  "
                    + "canary \(number(gate.canary))  difference \(range)\(gate.isRelative ? " of the baseline" : "")  "
                    + "allowed \(number(gate.allowed))  units \(gate.stableUnits) + \(gate.canaryUnits)")
        }
        let split =
            "traffic  planned \(standing.plannedShare.map(percent) ?? "-")  seen \(standing.seenShare.map(percent) ?? "-")  "
            + "units \(standing.stableUnits) + \(standing.canaryUnits)"
        return gates + [split]
    }

    private static func number(_ value: Double?) -> String {
        value.map { "\(($0 * 10_000).rounded() / 10_000)" } ?? "-"
    }

    private static func percent(_ share: Double) -> String { "\((share * 1000).rounded() / 10) %" }

    private static func clean(_ text: String) -> String { Text.sanitized(text) }
}
