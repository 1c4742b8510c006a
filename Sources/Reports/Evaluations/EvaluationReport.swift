import Domain
import Drawing

/// Runs of evaluations as the tables of the command line.
public enum EvaluationReport {
    /// Runs, a line each.
    public static func text(_ runs: [EvaluationRun]) -> String {
        guard !runs.isEmpty else { return "nothing was evaluated yet; headframe eval run --help" }
        var table = TextTable([
            .init("RUN", .right), .init("PROMPT", .left), .init("MODEL", .left), .init("GOLDEN SET", .left),
            .init("STATE", .left), .init("ANSWERED", .right), .init("FAILED", .right), .init("COST", .right),
        ])
        for run in runs {
            table.add([
                run.id.description, run.plan.prompt.description, run.plan.model ?? "given",
                run.plan.goldenSet.description, state(run.state), "\(run.answered)/\(run.plan.goldenSet.count)",
                String(run.failed), cost(run),
            ])
        }
        return table.lines.joined(separator: "\n")
    }

    /// One run with its scores, and the items that have no answer.
    public static func text(_ run: EvaluationRun, _ results: [EvaluationResult]) -> String {
        var lines = [
            Text.sanitized(
                "run \(run.id)  \(run.plan.prompt)  \(run.plan.model ?? "given answers")  \(run.plan.goldenSet)"),
            reason(run.state) + progress(run),
        ]
        var table = TextTable([
            .init("SCORER", .left), .init("MEAN", .right), .init("ITEMS", .right), .init("ERRORS", .right),
        ])
        for score in run.scores {
            table.add([
                score.scorer.rawValue, score.mean.map { decimals($0) } ?? "-", String(score.count),
                String(score.errors),
            ])
        }
        if !run.scores.isEmpty { lines += [""] + table.lines }
        let failures = results.compactMap { result -> String? in
            guard case .failed(let reason) = result.outcome else { return nil }
            return "\(Text.sanitized(result.item.id)): \(Text.sanitized(reason))"
        }
        if !failures.isEmpty { lines += ["", "without an answer:"] + failures }
        return lines.joined(separator: "\n")
    }

    /// How far a run is, in a line.
    public static func progress(_ run: EvaluationRun) -> String {
        let cached = run.cached > 0 ? ", \(run.cached) known from earlier runs" : ""
        let failed = run.failed > 0 ? ", \(run.failed) failed" : ""
        return "\(run.answered) of \(run.plan.goldenSet.count) answered\(cached)\(failed), \(cost(run))"
    }

    private static func state(_ state: EvaluationRun.State) -> String {
        switch state {
        case .running: "running"
        case .finished: "finished"
        case .stopped: "stopped"
        }
    }

    private static func reason(_ state: EvaluationRun.State) -> String {
        if case .stopped(let reason) = state { return Text.sanitized("stopped: \(reason)") + "\n" }
        return self.state(state) + ", "
    }

    private static func cost(_ run: EvaluationRun) -> String {
        guard let cost = run.cost else { return run.plan.endpoint == nil ? "nothing asked" : "cost unknown" }
        return "$" + decimals(cost.usd, 4)
    }

    /// `value` with so many digits behind the point, without an exponent.
    static func decimals(_ value: Double, _ digits: Int = 3) -> String {
        let scale = (0..<digits).reduce(1.0) { power, _ in power * 10 }
        guard let scaled = Int64(exactly: (value.magnitude * scale).rounded()) else { return "-" }
        let whole = scaled / Int64(scale)
        let rest = String(scaled % Int64(scale))
        let sign = value < 0 && scaled > 0 ? "-" : ""
        return "\(sign)\(whole)." + String(repeating: "0", count: digits - rest.count) + rest
    }
}
