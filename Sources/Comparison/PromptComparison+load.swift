import Domain
import Drawing
import Evaluation

extension PromptComparison {
    /// Two versions of a prompt with what is known of them: the newest runs of both over the same golden set, and their calls.
    ///
    /// - Parameters:
    ///   - range: whose calls count.
    ///   - at: the moment at which it is asked; nothing later is looked at.
    /// - Returns: nil when one of the versions is not there.
    /// - Throws: why something cannot be read.
    public static func load(
        _ name: String, old: Int, new: Int, range: TimeRange, at: Timestamp, from source: some TelemetrySource
    ) throws -> PromptComparison? {
        guard let history = try source.promptHistory(name, at: at), let before = try source.promptVersion(name, old),
            let after = try source.promptVersion(name, new)
        else { return nil }
        func side(_ version: PromptVersion) -> ComparedVersion {
            ComparedVersion(
                name: String(version.number), facts: history.facts(of: version.summary), prompt: version.prompt)
        }
        let runs = try runs(name, old: old, new: new, at: at, from: source)
        let traffic = try [old, new].map {
            try source.traffic(of: EvaluatedPrompt(name: name, version: $0), range, at: at)
        }
        let effects = (runs.map(Effect.offline) ?? []) + Effect.live(traffic[0], traffic[1])
        return PromptComparison(name: name, old: side(before), new: side(after), effects: effects, runs: runs)
    }

    /// Runs that are looked through for two over the same golden set.
    private static let mostRuns = 200

    /// The newest runs of both versions over the same golden set; nil when there are none.
    private static func runs(
        _ name: String, old: Int, new: Int, at: Timestamp, from source: some TelemetrySource
    ) throws -> RunComparison? {
        let runs = try source.evaluationRuns(of: name, limit: mostRuns).filter { $0.created <= at && $0.answered > 0 }
        for candidate in runs where candidate.plan.prompt.version == new {
            let baseline = runs.first {
                $0.plan.prompt.version == old && $0.plan.goldenSet.digest == candidate.plan.goldenSet.digest
            }
            guard let baseline, let before = try source.evaluation(baseline.id),
                let after = try source.evaluation(candidate.id)
            else { continue }
            return RunComparison(baseline: before, candidate: after)
        }
        return nil
    }
}

extension PromptHistory {
    /// What stands beside a version: `production · 2026-11-02 mk · 4f1c9a`.
    fileprivate func facts(of version: PromptVersionSummary) -> String {
        let parts =
            labels(on: version.number)
            + ["\(version.created.day) \(Format.person(version.author))", version.digest.short]
        return parts.joined(separator: " · ")
    }
}
