import Domain

/// The rows of `evaluations.db`, read by the collector and beside it alike.
enum EvaluationRecords {
    private static let selection = """
        SELECT id, principal, created_ns, prompt, prompt_version, golden, golden_digest, items, model, endpoint, concurrency,
            limit_nanodollars, state, reason, updated_ns FROM run
        """

    /// A run; nil when there is none, or its row is damaged.
    static func run(_ id: EvaluationRunID, in file: DatabaseFile) throws -> EvaluationRun? {
        let search = try file.statement(selection + " WHERE id = ?")
        search.bind(id.rawValue, at: 1)
        return try first(search, in: file)
    }

    /// The run that a command made; nil when it did not come yet.
    static func run(by principal: String, key: IdempotencyKey, in file: DatabaseFile) throws -> EvaluationRun? {
        let search = try file.statement(selection + " WHERE principal = ? AND key = ?")
        search.bind(principal, at: 1)
        search.bind(key.text, at: 2)
        return try first(search, in: file)
    }

    /// Runs, newest first; of one prompt or of all.
    static func runs(of prompt: String?, limit: Int, in file: DatabaseFile) throws -> [EvaluationRun] {
        let search = try file.statement(selection + " WHERE ?1 IS NULL OR prompt = ?1 ORDER BY id DESC LIMIT ?2")
        search.bind(prompt, at: 1)
        search.bind(Int64(max(0, limit)), at: 2)
        var runs: [EvaluationRun] = []
        do {
            defer { search.reset() }
            while try search.step() { if let run = read(search) { runs.append(run) } }
        }
        return try runs.map { try counted($0, in: file) }
    }

    private static func first(_ search: PreparedStatement, in file: DatabaseFile) throws -> EvaluationRun? {
        let found = try search.step() ? read(search) : nil
        search.reset()
        return try found.map { try counted($0, in: file) }
    }

    private static func read(_ row: PreparedStatement) -> EvaluationRun? {
        guard let principal = row.text(1), let prompt = row.text(3), let golden = row.text(5),
            let digest = ContentDigest(bytes: row.bytes(6)), let state = row.text(12)
        else { return nil }
        let plan = EvaluationPlan(
            prompt: EvaluatedPrompt(name: prompt, version: row.optionalInteger(4).map { Int(clamping: $0) }),
            goldenSet: GoldenSetReference(name: golden, digest: digest, count: Int(clamping: row.integer(7))),
            model: row.text(8), endpoint: row.text(9), concurrency: Int(clamping: row.integer(10)),
            limit: row.optionalInteger(11).map { Money(nanodollars: $0) })
        let reading: EvaluationRun.State =
            switch state {
            case "running": .running
            case "finished": .finished
            default: .stopped(row.text(13) ?? "nobody says why")
            }
        return EvaluationRun(
            id: EvaluationRunID(rawValue: row.integer(0)), plan: plan, state: reading, author: principal,
            created: Timestamp(nanoseconds: row.integer(2)),
            updated: row.optionalInteger(14).map { Timestamp(nanoseconds: $0) })
    }

    /// The run with what its items add up to.
    private static func counted(_ run: EvaluationRun, in file: DatabaseFile) throws -> EvaluationRun {
        var run = run
        let sums = try file.statement(
            """
            SELECT sum(state = 1), sum(state = 2), sum(state = 1 AND json_extract(answer, '$.cached') IS NOT NULL),
                sum(cost_nanodollars), sum(state = 1 AND cost_nanodollars IS NULL AND request IS NOT NULL)
            FROM item WHERE run = ?
            """)
        sums.bind(run.id.rawValue, at: 1)
        defer { sums.reset() }
        guard try sums.step() else { return run }
        run.answered = Int(clamping: sums.integer(0))
        run.failed = Int(clamping: sums.integer(1))
        run.cached = Int(clamping: sums.integer(2))
        run.cost = sums.optionalInteger(3).map { Money(nanodollars: $0) }
        run.unpriced = Int(clamping: sums.integer(4))
        run.scores = try scores(of: run.id, in: file)
        return run
    }

    private static func scores(of run: EvaluationRunID, in file: DatabaseFile) throws -> [ScorerSummary] {
        let search = try file.statement(
            """
            SELECT s.key, sum(s.value * coalesce(json_extract(item.item, '$.weight'), 1)) FILTER (WHERE s.type != 'object'),
                sum(coalesce(json_extract(item.item, '$.weight'), 1)) FILTER (WHERE s.type != 'object'),
                count(*) FILTER (WHERE s.type != 'object'), count(*) FILTER (WHERE s.type = 'object')
            FROM item, json_each(item.scores) AS s WHERE run = ? AND state = 1 GROUP BY s.key
            """)
        search.bind(run.rawValue, at: 1)
        defer { search.reset() }
        var found: [Scorer: ScorerSummary] = [:]
        while try search.step() {
            guard let scorer = search.text(0).flatMap({ Scorer(rawValue: $0) }) else { continue }
            let weight = search.optionalDouble(2) ?? 0
            found[scorer] = ScorerSummary(
                scorer: scorer, mean: weight > 0 ? search.optionalDouble(1).map { $0 / weight } : nil,
                count: Int(clamping: search.integer(3)), errors: Int(clamping: search.integer(4)))
        }
        return Scorer.allCases.compactMap { found[$0] }
    }
}
