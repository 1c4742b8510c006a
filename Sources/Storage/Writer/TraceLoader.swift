import Domain

/// Reads the spans of a trace back from the segments in which they may stand.
struct TraceLoader {
    /// The spans of `id` that `segment` holds, as they are at present.
    static func nodes(_ id: TraceID, in segment: SegmentWriter) throws -> [SpanNode] {
        var nodes: [SpanNode] = []
        for row in try segment.spansByTrace.rows(id.lookupHash) {
            let statement = try segment.file.statement(query)
            statement.bind(row, at: 1)
            if try statement.step() {
                let trace = statement.withBytes(0) { TraceID($0) }
                if trace == id, let node = try node(statement, row: row, in: segment) { nodes.append(node) }
            }
            statement.reset()
        }
        return nodes
    }

    private static let query = """
        SELECT trace_id, span_id, parent_span_id, end_ns, duration_ns, ttft_ns, input_tokens, output_tokens,
            cache_read_tokens, cache_write_tokens, reasoning_tokens, coalesce(computed_cost, reported_cost),
            service, environment, operation, coalesce(response_model, request_model), error_type, is_error,
            s.release, s.prompt_name, s.prompt_version, s.session, s.user,
            r.span, r.is_innermost, r.release, r.prompt_name, r.prompt_version, r.session, r.user,
            EXISTS (SELECT 1 FROM score WHERE judged_span = s.id)
        FROM whole_span s LEFT JOIN resolution r ON r.span = s.id WHERE s.id = ?
        """

    private static func node(
        _ row: PreparedStatement, row number: Int64, in segment: SegmentWriter
    ) throws -> SpanNode? {
        guard let spanID = row.withBytes(1, { SpanID($0) }) else { return nil }
        func id(_ column: Int32) -> UInt32 { UInt32(clamping: row.integer(column)) }
        let operationText = try segment.strings.text(id(14))
        let operation = operationText.map { Operation(rawValue: $0) }
        let own = try context(row, from: 18, in: segment)
        let isResolved = row.optionalInteger(23) != nil
        let resolved = isResolved ? try context(row, from: 25, in: segment) : own
        let isInnermost = !isResolved || row.integer(24) != 0
        let usage = TokenUsage(
            input: row.optionalInteger(6), output: row.optionalInteger(7), cacheRead: row.optionalInteger(8),
            cacheWrite: row.optionalInteger(9), reasoning: row.optionalInteger(10))
        let facts = CallFacts(
            end: Timestamp(nanoseconds: row.integer(3)), duration: row.optionalInteger(4),
            timeToFirstToken: row.optionalInteger(5), usage: usage, cost: row.optionalInteger(11), service: id(12),
            environment: id(13), operation: id(14), model: id(15), error: id(16), isError: row.integer(17) != 0,
            isInference: operation?.isInference ?? false, hasUsage: operation?.hasUsage ?? false,
            innermostKind: operation?.innermostKind ?? 0)
        return SpanNode(
            spanID: spanID, parentID: row.withBytes(2) { SpanID($0) },
            place: RowPlace(segment: segment.name, row: number), own: own, resolved: resolved, isInnermost: isInnermost,
            isContributed: true, hasScores: row.integer(30) != 0, facts: facts)
    }

    private static func context(
        _ row: PreparedStatement, from column: Int32, in segment: SegmentWriter
    ) throws -> ContextIDs {
        func id(_ offset: Int32) -> UInt32 { UInt32(clamping: row.integer(column + offset)) }
        func label(_ offset: Int32) throws -> ContextIDs.Label {
            let id = id(offset)
            guard id != 0, let text = try segment.labels.text(id) else { return ContextIDs.Label() }
            return ContextIDs.Label(id: id, hash: Int64(bitPattern: StableHash.hash(text) >> 1))
        }
        return ContextIDs(
            release: id(0), promptName: id(1), promptVersion: id(2), session: try label(3), user: try label(4))
    }
}
