/// Where questions about evaluations are answered. Answers may take a while; ask from a thread of your own. A source that keeps no runs
/// answers that there are none.
public protocol EvaluationSource {
    /// Runs, newest first, at most `limit`; of the prompt of this name, or of all.
    func evaluationRuns(of prompt: String?, limit: Int) throws -> [EvaluationRun]
    /// A run with what became of each item, in the order of the set; nil when there is none.
    func evaluation(_ id: EvaluationRunID) throws -> (run: EvaluationRun, results: [EvaluationResult])?
    /// What the calls of a version of a prompt measured within `range`.
    func traffic(of prompt: EvaluatedPrompt, _ range: TimeRange, at: Timestamp) throws -> VersionTraffic
}

extension EvaluationSource {
    /// A source without evaluations has no runs.
    public func evaluationRuns(of prompt: String?, limit: Int) throws -> [EvaluationRun] { [] }
    /// A source without evaluations has no runs.
    public func evaluation(_ id: EvaluationRunID) throws -> (run: EvaluationRun, results: [EvaluationResult])? { nil }
    /// A source that does not tell versions apart has no calls of one.
    public func traffic(of prompt: EvaluatedPrompt, _ range: TimeRange, at: Timestamp) throws -> VersionTraffic {
        VersionTraffic()
    }
}
