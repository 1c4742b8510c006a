import Domain

/// The row of a span with what its trace adds, as it stands in the file: numbers only. Texts are looked up when they are asked for.
struct StoredRow {
    var id: Int64
    var traceID: TraceID
    var spanID: SpanID
    var parentID: SpanID?
    var start: Timestamp
    var end: Timestamp
    var duration: Int64?
    var kind: Int32
    var flags: TelemetryFlags
    var isError: Bool
    var name: UInt32
    var service: UInt32
    var environment: UInt32
    var dialect: UInt32
    var operation: UInt32
    var provider: UInt32
    var requestModel: UInt32
    var responseModel: UInt32
    var release: UInt32
    var promptName: UInt32
    var promptVersion: UInt32
    var session: UInt32
    var user: UInt32
    var finishReasons: UInt32
    var errorType: UInt32
    var tool: UInt32
    var agent: UInt32
    var serviceTier: UInt32
    var usage: TokenUsage
    var computedCost: Int64?
    var reportedCost: Int64?
    var timeToFirstToken: Int64?
    var content: Int64
    var contentOffset: Int
    var contentLength: Int
    var resource: Int64
    var scope: Int64
    var isInnermost: Bool

    /// Computed, else reported.
    var cost: Int64? { computedCost ?? reportedCost }
    var model: UInt32 { responseModel != 0 ? responseModel : requestModel }

    /// What `init(_:)` reads of the spans of `table`. `resolution` stands for its span's own values where there is a row of it.
    static func selection(_ table: SpanTable) -> String {
        switch table {
        case .span: spanSelection
        case .wholeSpan: wholeSpanSelection
        }
    }

    // Made once: rows are often read one by one.
    private static let spanSelection = columns + " FROM span s LEFT JOIN resolution r ON r.span = s.id"
    private static let wholeSpanSelection = columns + " FROM whole_span s LEFT JOIN resolution r ON r.span = s.id"

    /// The same of what spans and log records say themselves, whatever the trace adds.
    static func ownSelection(_ table: SpanTable) -> String {
        columns + " FROM \(table.rawValue) s LEFT JOIN resolution r ON false"
    }

    private static let columns = """
        SELECT s.id, s.trace_id, s.span_id, s.parent_span_id, s.start_ns, s.end_ns, s.duration_ns, s.kind, s.flags, s.is_error,
            s.name, s.service, s.environment, s.dialect, s.operation, s.provider, s.request_model, s.response_model,
            iif(r.span, r.release, s.release), iif(r.span, r.prompt_name, s.prompt_name),
            iif(r.span, r.prompt_version, s.prompt_version), iif(r.span, r.session, s.session), iif(r.span, r.user, s.user),
            s.finish_reasons, s.error_type, s.tool, s.agent, s.service_tier, s.input_tokens, s.output_tokens,
            s.cache_read_tokens, s.cache_write_tokens, s.reasoning_tokens, s.cache_write_long_tokens, s.audio_input_tokens,
            s.audio_output_tokens, s.computed_cost, s.reported_cost, s.ttft_ns, s.content, s.content_offset,
            s.content_length, s.resource, s.scope, coalesce(r.is_innermost, 1), s.response_id
        """

    /// The response id of the present row of a statement made of `selection(_:)`; few who read rows want this text.
    static func responseID(_ row: PreparedStatement) -> String? { row.text(45) }

    /// The present row of a statement made of `selection(_:)`; nil when its ids are damaged.
    init?(_ row: PreparedStatement) {
        guard let traceID = row.withBytes(1, { TraceID($0) }), let spanID = row.withBytes(2, { SpanID($0) }) else {
            return nil
        }
        func text(_ column: Int32) -> UInt32 { UInt32(clamping: row.integer(column)) }
        (id, self.traceID, self.spanID) = (row.integer(0), traceID, spanID)
        parentID = row.withBytes(3) { SpanID($0) }
        (start, end) = (Timestamp(nanoseconds: row.integer(4)), Timestamp(nanoseconds: row.integer(5)))
        (duration, kind) = (row.optionalInteger(6), Int32(clamping: row.integer(7)))
        (flags, isError) = (TelemetryFlags(rawValue: UInt16(clamping: row.integer(8))), row.integer(9) != 0)
        (name, service, environment, dialect) = (text(10), text(11), text(12), text(13))
        (operation, provider, requestModel, responseModel) = (text(14), text(15), text(16), text(17))
        (release, promptName, promptVersion, session, user) = (text(18), text(19), text(20), text(21), text(22))
        (finishReasons, errorType, tool, agent, serviceTier) = (text(23), text(24), text(25), text(26), text(27))
        usage = TokenUsage(
            input: row.optionalInteger(28), output: row.optionalInteger(29), cacheRead: row.optionalInteger(30),
            cacheWrite: row.optionalInteger(31), reasoning: row.optionalInteger(32))
        usage.cacheWriteLong = row.optionalInteger(33)
        (usage.audioInput, usage.audioOutput) = (row.optionalInteger(34), row.optionalInteger(35))
        (computedCost, reportedCost) = (row.optionalInteger(36), row.optionalInteger(37))
        timeToFirstToken = row.optionalInteger(38)
        content = row.integer(39)
        (contentOffset, contentLength) = (Int(clamping: row.integer(40)), Int(clamping: row.integer(41)))
        (resource, scope, isInnermost) = (row.integer(42), row.integer(43), row.integer(44) != 0)
    }
}
