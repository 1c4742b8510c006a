import Domain

extension SegmentReader {
    /// The row `id`; nil when there is none.
    func row(_ id: Int64) throws -> StoredRow? {
        let statement = try file.statement(StoredRow.selection(spanTable()) + " WHERE s.id = ?")
        statement.bind(id, at: 1)
        defer { statement.reset() }
        return try statement.step() ? StoredRow(statement) : nil
    }

    /// Calls `body` for each row of `rows` that meets `condition`, newest first, until it returns false. Returns whether it never did.
    ///
    /// - Parameter condition: an expression of SQL over `span s` and `resolution r`, made of our own words and numbers.
    func forEachRow(
        _ rows: ClosedRange<Int64>, where condition: String = "true", _ body: (StoredRow) throws -> Bool
    ) throws -> Bool {
        let statement = try file.temporaryStatement(
            StoredRow.selection(spanTable()) + " WHERE s.id BETWEEN ? AND ? AND \(condition) ORDER BY s.id DESC")
        statement.bind(rows.lowerBound, at: 1)
        statement.bind(rows.upperBound, at: 2)
        defer { statement.reset() }
        while try statement.step() {
            if let row = StoredRow(statement), try !body(row) { return false }
        }
        return true
    }

    /// Whether calls of this operation are LLM calls.
    func isInference(_ operation: UInt32) throws -> Bool {
        if let known = inferenceOperations[operation] { return known }
        let isInference = try string(operation).map { Operation(rawValue: $0).isInference } ?? false
        inferenceOperations[operation] = isInference
        return isInference
    }

    /// The value of a dimension of a row.
    func value(of dimension: Dimension, _ row: StoredRow) throws -> String? {
        switch dimension {
        case .environment: try string(row.environment)
        case .service: try string(row.service)
        case .operation: try string(row.operation)
        case .model: try string(row.model)
        case .prompt: SeriesTexts.prompt(try string(row.promptName), try string(row.promptVersion))
        case .release: try string(row.release)
        case .user: try label(row.user)
        case .session: try label(row.session)
        case .error: row.isError ? try string(row.errorType) : nil
        }
    }

    /// The row as lists show it, its scores included.
    func requestRow(_ row: StoredRow) throws -> RequestRow { try requestRow(row, responseID: responseID(row.id)) }

    /// The row as lists show it, whose response id was read with it.
    func requestRow(_ row: StoredRow, responseID: String?) throws -> RequestRow {
        var shown = RequestRow(traceID: row.traceID, spanID: row.spanID, start: row.start, end: row.end)
        shown.parentID = row.parentID
        shown.name = try string(row.name) ?? ""
        shown.kind = row.kind
        shown.duration = row.duration.map { Nanoseconds($0) }
        shown.isCounted = try row.isInnermost && isInference(row.operation)
        shown.call = try call(row)
        shown.call.responseID = responseID
        shown.cost = row.cost.map { Money(nanodollars: $0) }
        shown.costSource = row.computedCost != nil ? .computed : row.reportedCost != nil ? .reported : nil
        shown.scores = try scores(of: row)
        shown.flags = row.flags
        return shown
    }

    private func call(_ row: StoredRow) throws -> Call {
        var call = Call()
        call.dialect = try string(row.dialect).flatMap { Dialect(rawValue: $0) } ?? .none
        call.operation = try string(row.operation).map { Operation(rawValue: $0) }
        call.service = try string(row.service) ?? "unknown"
        call.environment = try string(row.environment) ?? "default"
        call.provider = try string(row.provider)
        call.requestModel = try string(row.requestModel)
        call.responseModel = try string(row.responseModel)
        call.context.session = try label(row.session)
        call.context.user = try label(row.user)
        call.context.release = try string(row.release)
        call.context.promptName = try string(row.promptName)
        call.context.promptVersion = try string(row.promptVersion)
        call.usage = row.usage
        call.reportedCost = row.reportedCost.map { Money(nanodollars: $0) }
        call.timeToFirstToken = row.timeToFirstToken.map { Nanoseconds($0) }
        call.finishReasons = try string(row.finishReasons).map { FinishReasons.split($0) } ?? []
        call.isError = row.isError
        call.errorType = try string(row.errorType)
        call.toolName = try string(row.tool)
        call.agentName = try string(row.agent)
        call.serviceTier = try string(row.serviceTier)
        call.flags = row.flags
        return call
    }

    private func responseID(_ id: Int64) throws -> String? {
        let statement = try file.statement("SELECT response_id FROM \(spanTable().rawValue) WHERE id = ?")
        statement.bind(id, at: 1)
        defer { statement.reset() }
        return try statement.step() ? statement.text(0) : nil
    }

    /// The judgements of a row, in order of time.
    func scores(of row: StoredRow) throws -> [Score] {
        guard try hasScores() else { return [] }
        let statement = try file.statement(ScoreRow.selection + " WHERE judged_span = ? ORDER BY time_ns, id")
        statement.bind(row.id, at: 1)
        defer { statement.reset() }
        var scores: [Score] = []
        while try statement.step() { scores.append(try Score(statement, string: string)) }
        return scores
    }
}
