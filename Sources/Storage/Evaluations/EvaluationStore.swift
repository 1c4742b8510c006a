import Domain

/// Runs of evaluations with their answers, in `evaluations.db`. Any thread may use it; each step is a small transaction, so that a run that is
/// killed goes on where it was.
public final class EvaluationStore: Sendable {
    private let file: SharedFile
    private let clock: any WallClock

    /// Opens the evaluations of the store in `directory` for the one who writes it.
    ///
    /// - Throws: `StoreError`.
    public init(_ directory: StoreDirectory, clock: any WallClock = SystemClock()) throws(StoreError) {
        self.clock = clock
        file = try SharedFile(
            directory.evaluationsPath, .write(schema: EvaluationSchema.migrator, version: EvaluationSchema.version))
    }

    /// Leaves nothing in the WAL and closes the file.
    public func close() { file.close() }

    /// Writes a run down with all its questions, or with all its answers. The same key of the same person is the same run.
    ///
    /// - Throws: `StoreError`, and then nothing of it is there.
    public func create(
        _ plan: EvaluationPlan, _ questions: [EvaluationQuestion], by principal: String, key: IdempotencyKey
    ) throws -> EvaluationRun {
        let now = clock.now().floored(to: .milliseconds(1))
        return try file.transaction { file in
            if let known = try EvaluationRecords.run(by: principal, key: key, in: file) { return known }
            let isAsked = plan.endpoint != nil
            let id = try EvaluationRecords.insert(
                plan, state: isAsked ? .running : .finished, by: principal, key: key, at: now, in: file)
            for (position, question) in questions.enumerated() {
                try EvaluationRecords.insert(question, position: Int64(position), of: id, in: file)
            }
            guard let run = try EvaluationRecords.run(id, in: file) else {
                throw StoreError.damaged(path: file.path, detail: "the table run")
            }
            return run
        }
    }

    /// The run as it stands; nil when there is none.
    public func run(_ id: EvaluationRunID) throws -> EvaluationRun? {
        try file.withFile { try EvaluationRecords.run(id, in: $0) }
    }

    /// Runs, newest first, at most `limit`.
    public func runs(limit: Int) throws -> [EvaluationRun] {
        try file.withFile { try EvaluationRecords.runs(of: nil, limit: limit, in: $0) }
    }

    /// Runs that are to go on, oldest first.
    public func running() throws -> [EvaluationRunID] {
        try file.withFile { file in
            let search = try file.statement("SELECT id FROM run WHERE state = 'running' ORDER BY id")
            defer { search.reset() }
            var ids: [EvaluationRunID] = []
            while try search.step() { ids.append(EvaluationRunID(rawValue: search.integer(0))) }
            return ids
        }
    }

    /// The questions of a run that were not asked yet, in their order.
    public func waiting(of run: EvaluationRunID) throws -> [WaitingQuestion] {
        try file.withFile { try EvaluationRecords.waiting(of: run, in: $0) }
    }

    /// The answer of an earlier run to the very same question; nil when nobody asked it.
    public func known(_ question: WaitingQuestion) throws -> EvaluationAnswer? {
        try file.withFile { file in
            let search = try file.statement("SELECT answer FROM item WHERE digest = ? AND state = 1 LIMIT 1")
            search.bind(copying: question.digest.bytes, at: 1)
            defer { search.reset() }
            guard try search.step(), let json = search.text(0).flatMap({ try? JSON(parsing: $0) }) else { return nil }
            return EvaluationAnswer(json)
        }
    }

    /// Writes down what became of a question.
    public func settle(
        _ question: WaitingQuestion, of run: EvaluationRunID, _ outcome: EvaluationResult.Outcome,
        _ verdicts: [Scorer: ScorerVerdict]
    ) throws {
        let now = clock.now().floored(to: .milliseconds(1))
        try file.transaction { file in
            let result = EvaluationResult(item: question.item, outcome: outcome, verdicts: verdicts)
            try EvaluationRecords.settle(result, position: question.position, of: run, in: file)
            let update = try file.statement("UPDATE run SET updated_ns = ? WHERE id = ?")
            update.bind(now.nanoseconds, at: 1)
            update.bind(run.rawValue, at: 2)
            try update.run()
        }
    }

    /// Ends a run that runs: finished, or stopped and why.
    public func end(_ run: EvaluationRunID, _ state: EvaluationRun.State) throws {
        try file.transaction { try EvaluationRecords.setState(state, of: run, whenRunning: true, in: $0) }
    }

    /// Lets a run go on: what failed is asked again.
    ///
    /// - Parameter limit: what it may cost in all; nil for what it was.
    /// - Throws: `ControlRefusal` when there is no such run, or its answers were given; `StoreError`.
    public func resume(_ id: EvaluationRunID, limit: Money?) throws -> EvaluationRun {
        try file.transaction { file in
            guard let run = try EvaluationRecords.run(id, in: file) else {
                throw ControlRefusal(.notFound, "there is no evaluation \(id); eval list says which there are")
            }
            guard run.plan.endpoint != nil else {
                throw ControlRefusal(.invalid, "evaluation \(id) was given its answers; there is nobody to ask again")
            }
            guard run.state != .running else { return run }
            try EvaluationRecords.askFailedAgain(id, limit: limit, in: file)
            try EvaluationRecords.setState(.running, of: id, whenRunning: false, in: file)
            return try EvaluationRecords.run(id, in: file) ?? run
        }
    }
}
