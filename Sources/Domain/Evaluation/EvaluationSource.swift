/// Where questions about evaluations are answered. Answers may take a while; ask from a thread of your own.
public protocol EvaluationSource {
    /// Runs, newest first, at most `limit`; of the prompt of this name, or of all.
    func evaluationRuns(of prompt: String?, limit: Int) throws -> [EvaluationRun]
    /// A run with what became of each item, in the order of the set; nil when there is none.
    func evaluation(_ id: EvaluationRunID) throws -> (run: EvaluationRun, results: [EvaluationResult])?
    /// What the calls of a version of a prompt measured within `range`.
    func traffic(of prompt: EvaluatedPrompt, _ range: TimeRange, at: Timestamp) throws -> VersionTraffic
}
