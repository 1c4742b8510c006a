import Domain

/// What a span itself says of its call, as far as log records may add to it.
struct OwnCall {
    var call: Call
    var start: Timestamp
    /// Numbers of the texts; 0 for none.
    var requestModel: UInt32
    var responseModel: UInt32
    /// Nano-dollars.
    var computedCost: Int64?
}

extension SegmentWriter {
    /// What the span in `row` itself says; nil when there is none.
    func ownCall(_ row: Int64) throws -> OwnCall? {
        let statement = try file.statement(
            """
            SELECT start_ns, operation, provider, request_model, response_model, finish_reasons, service_tier, response_id, flags,
                computed_cost, reported_cost, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens,
                reasoning_tokens, cache_write_long_tokens, audio_input_tokens, audio_output_tokens
            FROM span WHERE id = ?
            """)
        statement.bind(row, at: 1)
        defer { statement.reset() }
        guard try statement.step() else { return nil }
        func id(_ column: Int32) -> UInt32 { UInt32(clamping: statement.integer(column)) }
        func text(_ column: Int32) throws -> String? { try strings.text(id(column)) }
        var call = Call()
        call.operation = try text(1).map { Operation(rawValue: $0) }
        call.provider = try text(2)
        (call.requestModel, call.responseModel) = (try text(3), try text(4))
        call.finishReasons = try text(5).map { FinishReasons.split($0) } ?? []
        call.serviceTier = try text(6)
        call.responseID = statement.text(7)
        call.flags = TelemetryFlags(rawValue: UInt16(clamping: statement.integer(8)))
        call.reportedCost = statement.optionalInteger(10).map { Money(nanodollars: $0) }
        for (index, part) in TokenUsage.storedParts.enumerated() {
            call.usage[keyPath: part] = statement.optionalInteger(Int32(11 + index))
        }
        return OwnCall(
            call: call, start: Timestamp(nanoseconds: statement.integer(0)), requestModel: id(3), responseModel: id(4),
            computedCost: statement.optionalInteger(9))
    }
}
