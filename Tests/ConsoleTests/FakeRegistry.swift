import Domain

/// Prompts, runs and an audit log that are held in memory.
struct FakeRegistry: Sendable {
    var histories: [PromptHistory] = []
    var versions: [PromptVersion] = []
    var runs: [(run: EvaluationRun, results: [EvaluationResult])] = []
    var traffic: [EvaluatedPrompt: VersionTraffic] = [:]
    /// Oldest first.
    var entries: [AuditEntry] = []
}

extension FakeSource {
    func prompts(at: Timestamp) throws -> [PromptSummary] {
        registry.histories.compactMap { history in
            history.versions.last.map { PromptSummary(name: history.name, latest: $0, labels: history.labels) }
        }
    }
    func promptHistory(_ name: String, at: Timestamp) throws -> PromptHistory? {
        registry.histories.first { $0.name == name }
    }
    func promptVersion(_ name: String, _ number: Int) throws -> PromptVersion? {
        registry.versions.first { $0.prompt.name == name && $0.number == number }
    }
    func evaluationRuns(of prompt: String?, limit: Int) throws -> [EvaluationRun] {
        registry.runs.map(\.run).filter { prompt == nil || $0.plan.prompt.name == prompt }.reversed()
    }
    func evaluation(_ id: EvaluationRunID) throws -> (run: EvaluationRun, results: [EvaluationResult])? {
        registry.runs.first { $0.run.id == id }
    }
    func traffic(of prompt: EvaluatedPrompt, _ range: TimeRange, at: Timestamp) throws -> VersionTraffic {
        registry.traffic[prompt] ?? VersionTraffic()
    }
    func auditEntries(_ query: AuditQuery) throws -> [AuditEntry] {
        Array(
            registry.entries.reversed().filter { entry in query.before.map { entry.record.sequence < $0 } ?? true }
                .prefix(query.limit))
    }
    func auditHead() throws -> AuditHead? { registry.entries.last.map { AuditHead($0) } }
}
