import Domain

/// Runs, the newest first, and the results of one of them, the lowest score first.
public struct EvaluationsAnswer: Sendable {
    let runs: [EvaluationRun]
    let results: (run: EvaluationRunID, results: [EvaluationResult])?

    private static let mostRuns = 500

    static func load(_ question: EvaluationsQuestion, from source: some TelemetrySource) throws -> EvaluationsAnswer {
        let runs = try source.evaluationRuns(of: nil, limit: mostRuns).filter { $0.created <= question.at }
        let results = try (question.run ?? runs.first?.id).flatMap { id in
            try source.evaluation(id).map { (id, $0.results.sorted { $0.rank < $1.rank }) }
        }
        return EvaluationsAnswer(runs: runs, results: results)
    }
}

extension EvaluationResult {
    /// Failures first, then the lowest mean of what scorers said; what nobody judged last.
    fileprivate var rank: Double {
        switch outcome {
        case .failed: return -1
        case .waiting: return .infinity
        case .answered:
            let values = verdicts.values.compactMap(\.value)
            return values.isEmpty ? .greatestFiniteMagnitude : values.reduce(0, +) / Double(values.count)
        }
    }
}
