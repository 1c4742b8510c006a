import Comparison
import Domain

/// Two versions beside each other, and what reviewers said of the new one.
public struct ComparisonAnswer: Sendable {
    let question: ComparisonQuestion
    let comparison: PromptComparison
    let history: PromptHistory
    let new: PromptVersionSummary

    static func load(_ question: ComparisonQuestion, from source: some TelemetrySource) throws -> ComparisonAnswer {
        let range = TimeRange(from: question.at.advanced(by: Nanoseconds(-question.length.count)), to: question.at)
        let comparison = try PromptComparison.load(
            question.name, old: question.old, new: question.new, range: range, at: question.at, from: source)
        guard let comparison, let history = try source.promptHistory(question.name, at: question.at),
            let new = history.version(.number(question.new))
        else {
            throw AnswerFailure("\(question.name) has no versions \(question.old) and \(question.new)")
        }
        return ComparisonAnswer(question: question, comparison: comparison, history: history, new: new)
    }
}
