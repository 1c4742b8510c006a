import Comparison
import Domain
import Evaluation

/// Two versions beside each other, and what reviewers said of the new one.
public struct ComparisonAnswer: Sendable {
    let question: ComparisonQuestion
    let comparison: PromptComparison
    let history: PromptHistory
    let new: PromptVersionSummary

    static func load(_ question: ComparisonQuestion, from source: some TelemetrySource) throws -> ComparisonAnswer {
        guard let history = try source.promptHistory(question.name, at: question.at),
            let old = try source.promptVersion(question.name, question.old),
            let new = try source.promptVersion(question.name, question.new)
        else {
            throw AnswerFailure("\(question.name) has no versions \(question.old) and \(question.new)")
        }
        func side(_ version: PromptVersion) -> ComparedVersion {
            ComparedVersion(
                name: String(version.number), facts: history.facts(of: version.summary), prompt: version.prompt)
        }
        let runs = try runs(of: question, from: source)
        let range = TimeRange(from: question.at.advanced(by: Nanoseconds(-question.length.count)), to: question.at)
        let traffic = try [question.old, question.new].map {
            try source.traffic(of: EvaluatedPrompt(name: question.name, version: $0), range, at: question.at)
        }
        let effects = (runs.map(Domain.Effect.offline) ?? []) + Domain.Effect.live(traffic[0], traffic[1])
        return ComparisonAnswer(
            question: question,
            comparison: PromptComparison(
                name: question.name, old: side(old), new: side(new), effects: effects, runs: runs), history: history,
            new: new.summary)
    }

    /// Runs that are looked through for two over the same golden set.
    private static let mostRuns = 200

    /// The newest runs of both versions over the same golden set; nil when there are none.
    private static func runs(of question: ComparisonQuestion, from source: some TelemetrySource) throws
        -> RunComparison?
    {
        let runs = try source.evaluationRuns(of: question.name, limit: mostRuns).filter {
            $0.created <= question.at && $0.answered > 0
        }
        for candidate in runs where candidate.plan.prompt.version == question.new {
            let baseline = runs.first {
                $0.plan.prompt.version == question.old && $0.plan.goldenSet.digest == candidate.plan.goldenSet.digest
            }
            guard let baseline, let old = try source.evaluation(baseline.id),
                let new = try source.evaluation(candidate.id)
            else { continue }
            return RunComparison(baseline: old, candidate: new)
        }
        return nil
    }
}
