import Domain

/// What the log record that counts adds to a span, as it is stored: only what the span does not say itself.
struct SupplementRow {
    var rank: SupplementRecord.Rank
    /// What the span itself says.
    let own: OwnCall
    /// What span and log record say together.
    let call: Call
    // Numbers of the texts that the log record adds; 0 for none.
    var provider: UInt32 = 0
    var requestModel: UInt32 = 0
    var responseModel: UInt32 = 0
    var finishReasons: UInt32 = 0
    /// Nano-dollars; nil when it costs what the span says, or nobody knows.
    var computedCost: Int64?

    /// What `record` adds to `own`, without texts and cost.
    init(_ record: SupplementRecord, to own: OwnCall) {
        var call = own.call
        call.add(record.supplement)
        (rank, self.own, self.call) = (record.rank, own, call)
    }

    /// Whether it adds anything.
    var isEmpty: Bool { call == own.call }
    /// Whether it adds something that a price depends on.
    var mayChangeCost: Bool {
        call.usage != own.call.usage || call.model != own.call.model || call.provider != own.call.provider
    }

    // The whole, with what the span says.
    var wholeRequestModel: UInt32 { requestModel != 0 ? requestModel : own.requestModel }
    var wholeResponseModel: UInt32 { responseModel != 0 ? responseModel : own.responseModel }
    var model: UInt32 { wholeResponseModel != 0 ? wholeResponseModel : wholeRequestModel }
    var cost: Int64? { computedCost ?? own.computedCost ?? call.reportedCost?.nanodollars }
}

extension SegmentWriter {
    /// Writes what is added to the span in row `span`, in the place of what was.
    func insert(_ added: SupplementRow, span: Int64) throws {
        let (call, own) = (added.call, added.own.call)
        let statement = try file.statement(
            "INSERT OR REPLACE INTO supplement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        statement.bind(span, at: 1)
        statement.bind(added.rank.lacksUsage ? 1 : 0, at: 2)
        statement.bind(added.rank.time, at: 3)
        statement.bind(added.rank.identity, at: 4)
        statement.bind(call.flags == own.flags ? nil : Int64(call.flags.rawValue), at: 5)
        statement.bind(nonzero: added.provider, at: 6)
        statement.bind(nonzero: added.requestModel, at: 7)
        statement.bind(nonzero: added.responseModel, at: 8)
        statement.bind(nonzero: added.finishReasons, at: 9)
        for (index, part) in TokenUsage.storedParts.enumerated() {
            let (whole, known) = (call.usage[keyPath: part], own.usage[keyPath: part])
            statement.bind(whole == known ? nil : whole, at: Int32(10 + index))
        }
        statement.bind(added.computedCost, at: 18)
        statement.bind(call.responseID == own.responseID ? nil : call.responseID, at: 19)
        try statement.run()
        try block.update(row: span)
    }

    /// The rank of the record that counts for the span in row `span`; nil while there is none.
    func rankOfSupplement(_ span: Int64) throws -> SupplementRecord.Rank? {
        let statement = try file.statement("SELECT lacks_usage, time_ns, identity FROM supplement WHERE span = ?")
        statement.bind(span, at: 1)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        return SupplementRecord.Rank(
            lacksUsage: statement.integer(0) != 0, time: statement.integer(1), identity: statement.integer(2))
    }

    /// The rows of the spans that gave this response, by their own words or by those of a log record.
    func rows(ofResponse response: String) throws -> [Int64] {
        var rows = try spansByResponse.rows(StableHash.hash(response))
        let statement = try file.statement("SELECT span FROM supplement WHERE response_id = ?")
        statement.bind(response, at: 1)
        defer { statement.reset() }
        while try statement.step() { rows.append(statement.integer(0)) }
        return rows.sorted()
    }
}
