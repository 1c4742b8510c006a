import Domain

extension EvaluationRecords {
    /// What became of each item of a run, in the order of the set; rows that are damaged are left out.
    static func results(of run: EvaluationRunID, in file: DatabaseFile) throws -> [EvaluationResult] {
        let search = try file.statement(
            "SELECT item, state, answer, reason, scores FROM item WHERE run = ? ORDER BY position")
        search.bind(run.rawValue, at: 1)
        defer { search.reset() }
        var results: [EvaluationResult] = []
        while try search.step() {
            guard let item = json(search, 0).flatMap({ try? GoldenItem($0) }) else { continue }
            var result = EvaluationResult(item: item)
            switch search.integer(1) {
            case 1:
                if let answer = json(search, 2).flatMap({ EvaluationAnswer($0) }) { result.outcome = .answered(answer) }
            case 2: result.outcome = .failed(search.text(3) ?? "nobody says why")
            default: break
            }
            result.verdicts = json(search, 4).map(EvaluationResult.verdicts) ?? [:]
            results.append(result)
        }
        return results
    }

    /// The questions of a run that were not asked yet, in their order.
    static func waiting(of run: EvaluationRunID, in file: DatabaseFile) throws -> [WaitingQuestion] {
        let search = try file.statement(
            "SELECT position, item, request, digest FROM item WHERE run = ? AND state = 0 ORDER BY position")
        search.bind(run.rawValue, at: 1)
        defer { search.reset() }
        var questions: [WaitingQuestion] = []
        while try search.step() {
            guard let item = json(search, 1).flatMap({ try? GoldenItem($0) }), let request = json(search, 2),
                let digest = ContentDigest(bytes: search.bytes(3))
            else { throw StoreError.damaged(path: file.path, detail: "the table item") }
            questions.append(
                WaitingQuestion(position: search.integer(0), item: item, request: request, digest: digest))
        }
        return questions
    }

    static func insert(
        _ plan: EvaluationPlan, state: EvaluationRun.State, by principal: String, key: IdempotencyKey,
        at time: Timestamp,
        in file: DatabaseFile
    ) throws -> EvaluationRunID {
        let insertion = try file.statement(
            """
            INSERT INTO run (principal, key, created_ns, prompt, prompt_version, golden, golden_digest, items, model, endpoint,
                concurrency, limit_nanodollars, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id
            """)
        insertion.bind(principal, at: 1)
        insertion.bind(key.text, at: 2)
        insertion.bind(time.nanoseconds, at: 3)
        insertion.bind(plan.prompt.name, at: 4)
        insertion.bind(plan.prompt.version.map { Int64($0) }, at: 5)
        insertion.bind(plan.goldenSet.name, at: 6)
        insertion.bind(copying: plan.goldenSet.digest.bytes, at: 7)
        insertion.bind(Int64(plan.goldenSet.count), at: 8)
        insertion.bind(plan.model, at: 9)
        insertion.bind(plan.endpoint, at: 10)
        insertion.bind(Int64(plan.concurrency), at: 11)
        insertion.bind(plan.limit?.nanodollars, at: 12)
        insertion.bind(state.name, at: 13)
        guard try insertion.step() else { throw StoreError.damaged(path: file.path, detail: "the table run") }
        let id = EvaluationRunID(rawValue: insertion.integer(0))
        try insertion.run()
        return id
    }

    static func insert(
        _ question: EvaluationQuestion, position: Int64, of run: EvaluationRunID, in file: DatabaseFile
    ) throws {
        let insertion = try file.statement(
            "INSERT INTO item (run, position, item, request, digest, state) VALUES (?, ?, ?, ?, ?, 0)")
        insertion.bind(run.rawValue, at: 1)
        insertion.bind(position, at: 2)
        insertion.bind(question.result.item.json.text, at: 3)
        insertion.bind(question.request?.text, at: 4)
        if let digest = question.digest {
            insertion.bind(copying: digest.bytes, at: 5)
        } else {
            insertion.bind(nil as String?, at: 5)
        }
        try insertion.run()
        if question.request == nil { try settle(question.result, position: position, of: run, in: file) }
    }

    /// Writes down what became of an item.
    static func settle(
        _ result: EvaluationResult, position: Int64, of run: EvaluationRunID, in file: DatabaseFile
    ) throws {
        let update = try file.statement(
            """
            UPDATE item SET state = ?, answer = ?, reason = ?, scores = ?, cost_nanodollars = ? WHERE run = ? AND position = ?
            """)
        var (state, reason): (Int64, String?) = (0, nil)
        switch result.outcome {
        case .waiting: break
        case .answered: state = 1
        case .failed(let text): (state, reason) = (2, text)
        }
        update.bind(state, at: 1)
        update.bind(result.answer?.json.text, at: 2)
        update.bind(reason, at: 3)
        update.bind(EvaluationResult.json(result.verdicts).text, at: 4)
        update.bind(result.answer.flatMap { $0.isCached ? 0 : $0.cost?.nanodollars }, at: 5)
        update.bind(run.rawValue, at: 6)
        update.bind(position, at: 7)
        try update.run()
    }

    /// Changes how a run stands; one that was stopped meanwhile stays so when `whenRunning`.
    static func setState(
        _ state: EvaluationRun.State, of run: EvaluationRunID, whenRunning: Bool, in file: DatabaseFile
    ) throws {
        let update = try file.statement(
            "UPDATE run SET state = ?, reason = ? WHERE id = ? AND (NOT ? OR state = 'running')")
        update.bind(state.name, at: 1)
        if case .stopped(let reason) = state { update.bind(reason, at: 2) } else { update.bind(nil as String?, at: 2) }
        update.bind(run.rawValue, at: 3)
        update.bind(whenRunning ? 1 : 0 as Int64, at: 4)
        try update.run()
    }

    static func askFailedAgain(_ run: EvaluationRunID, limit: Money?, in file: DatabaseFile) throws {
        let items = try file.statement("UPDATE item SET state = 0, reason = NULL WHERE run = ? AND state = 2")
        items.bind(run.rawValue, at: 1)
        try items.run()
        guard let limit else { return }
        let update = try file.statement("UPDATE run SET limit_nanodollars = ? WHERE id = ?")
        update.bind(limit.nanodollars, at: 1)
        update.bind(run.rawValue, at: 2)
        try update.run()
    }

    private static func json(_ row: PreparedStatement, _ column: Int32) -> JSON? {
        row.text(column).flatMap { try? JSON(parsing: $0) }
    }
}

extension EvaluationRun.State {
    /// As it stands in the table.
    var name: String {
        switch self {
        case .running: "running"
        case .finished: "finished"
        case .stopped: "stopped"
        }
    }
}
