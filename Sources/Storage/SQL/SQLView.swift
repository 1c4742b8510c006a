import Domain

/// A view of the store as `headframe sql` offers it: its columns do not change when the tables do.
struct SQLView {
    let name: String
    /// The SELECT over the segment that is attached as `schema`, for spans of `table` among `rows` that ended within `range`.
    let selection:
        @Sendable (_ schema: String, _ table: SpanTable, _ range: TimeRange, _ rows: ClosedRange<Int64>) -> String

    /// Those that stand in the segments as rows.
    static let stored = [
        SQLView(name: "spans") { spans($0, $1, $2, $3) },
        SQLView(name: "calls") { "SELECT * FROM (\(spans($0, $1, $2, $3))) WHERE is_call" },
        SQLView(name: "scores") { schema, _, range, _ in scores(schema, range) },
    ]

    static let rollupColumns = [
        "time", "environment", "service", "operation", "model", "prompt", "release", "calls", "errors", "input_tokens",
        "output_tokens", "cache_read_tokens", "cache_write_tokens", "reasoning_tokens", "unpriced_calls", "cost_usd",
        "duration_p50_ms", "duration_p90_ms", "duration_p95_ms", "duration_p99_ms", "duration_max_ms", "ttft_p50_ms",
        "ttft_p95_ms", "ttft_p99_ms",
    ]

    static let contentTables = """
        CREATE TEMP TABLE messages (trace_id, span_id, direction, position, role, text);
        CREATE TEMP TABLE documents (trace_id, span_id, position, id, score, content);
        """

    private static func time(_ column: String) -> String {
        "strftime('%Y-%m-%dT%H:%M:%S', \(column) / 1000000000, 'unixepoch') || printf('.%03dZ', \(column) / 1000000 % 1000)"
    }

    private static func spans(
        _ schema: String, _ table: SpanTable, _ range: TimeRange, _ rows: ClosedRange<Int64>
    ) -> String {
        func text(_ column: String, _ name: String) -> String {
            "(SELECT text FROM \(schema).string WHERE id = \(column)) AS \(name)"
        }
        func resolved(_ name: String, _ table: String = "string") -> String {
            "(SELECT text FROM \(schema).\(table) WHERE id = iif(r.span, r.\(name), s.\(name))) AS \(name)"
        }
        let names = [
            "name", "service", "environment", "dialect", "operation", "provider", "request_model", "response_model",
        ]
        let model = "coalesce(s.response_model, s.request_model)"
        let tokens = [
            "input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens", "reasoning_tokens",
        ]
        return """
            SELECT lower(hex(s.trace_id)) AS trace_id, lower(hex(s.span_id)) AS span_id,
                iif(s.parent_span_id IS NULL, NULL, lower(hex(s.parent_span_id))) AS parent_span_id,
                \(time("s.start_ns")) AS start, \(time("s.end_ns")) AS end, s.duration_ns / 1e6 AS duration_ms, s.kind AS kind,
                \(names.map { text("s.\($0)", $0) }.joined(separator: ", ")), \(text(model, "model")),
                \(["release", "prompt_name", "prompt_version"].map { resolved($0) }.joined(separator: ", ")),
                \(resolved("session", "label")), \(resolved("user", "label")),
                iif(s.is_error, 'error', 'ok') AS status, \(text("s.error_type", "error_type")),
                \(tokens.map { "s.\($0) AS \($0)" }.joined(separator: ", ")),
                coalesce(s.computed_cost, s.reported_cost) / 1e9 AS cost_usd,
                iif(s.computed_cost IS NOT NULL, 'computed', iif(s.reported_cost IS NOT NULL, 'reported', NULL)) AS cost_source,
                s.ttft_ns / 1e6 AS ttft_ms, \(text("s.finish_reasons", "finish_reasons")), s.response_id AS response_id,
                \(text("s.tool", "tool")), \(text("s.agent", "agent")), s.flags AS flags,
                coalesce(r.is_innermost, 1) AND s.operation IN (SELECT id FROM \(schema).string
                    WHERE text IN ('\(Operation.inferenceNames.joined(separator: "', '"))')) AS is_call
            FROM \(schema).\(table.rawValue) s LEFT JOIN \(schema).resolution r ON r.span = s.id
            WHERE s.id BETWEEN \(rows.lowerBound) AND \(rows.upperBound) AND s.end_ns >= \(range.from.nanoseconds) AND s.end_ns < \(range.to.nanoseconds)
            """
    }

    private static func scores(_ schema: String, _ range: TimeRange) -> String {
        func text(_ column: String) -> String {
            "(SELECT text FROM \(schema).string WHERE id = c.\(column)) AS \(column)"
        }
        return """
            SELECT iif(c.trace_id IS NULL, NULL, lower(hex(c.trace_id))) AS trace_id,
                iif(c.span_id IS NULL, NULL, lower(hex(c.span_id))) AS span_id, c.response_id AS response_id,
                \(text("name")), c.value AS value, c.label AS label, c.source AS source, c.explanation AS explanation,
                c.error_type AS error_type, \(time("c.time_ns")) AS time, \(text("service")), \(text("environment"))
            FROM \(schema).score c WHERE c.time_ns >= \(range.from.nanoseconds) AND c.time_ns < \(range.to.nanoseconds)
            """
    }
}

extension StoreReader {
    /// The views that `sql` offers, for people to read.
    public static let viewDocumentation = """
        Views, restricted to the time range; one row is one
          spans      span: trace_id, span_id, parent_span_id, start, end, duration_ms, kind, name, service, environment, dialect,
                     operation, provider, request_model, response_model, model (that answered, else the one asked for), release,
                     prompt_name, prompt_version, session, user, status, error_type, input_tokens, output_tokens,
                     cache_read_tokens, cache_write_tokens, reasoning_tokens, cost_usd, cost_source, ttft_ms,
                     finish_reasons, response_id, tool, agent, flags, is_call
          calls      LLM call that is counted; columns of spans
          scores     judgement: trace_id, span_id, response_id, name, value, label, source, explanation, error_type, time,
                     service, environment
          feedback   what a person said of a call within the time range: id, trace_id, span_id, rating (1 or -1), correction, note,
                     principal, time
          messages   message: trace_id, span_id, direction, position, role, text
          documents  retrieved document: trace_id, span_id, position, id, score, content
          minutes,   rollup step of one series: time, environment, service, operation, model, prompt, release, calls, errors,
          hours      input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, unpriced_calls,
                     cost_usd, duration_{p50,p90,p95,p99,max}_ms, ttft_{p50,p95,p99}_ms
          metrics    minute of a series of metrics: time, name, unit, kind, meaning, environment, service, labels (JSON),
                     level (latest), lowest, highest, amount (what came; sum of a distribution), count, p50, p95, p99
                     (≈, from the sender's buckets; seconds where the meaning is a time)
          prompts    version of a prompt pushed within the range: name, version, digest, author, message, commit, commit_author,
                     created, model, labels, approved_by
          releases   release made within the range: id, app, number, digest, prompt_name, prompt_version, model, parameters (JSON),
                     index, guardrails, author, message, created, active
          audit      what somebody did: sequence, time, actor, kind, uid, pid, tty, action, object, before, after (digests), reason,
                     hash
        Times are RFC 3339 UTC; what nobody said is NULL.
        """
}
