import Domain

/// The row of a span: its columns, in the order in which they are bound and read.
enum SpanRow {
    static let columns = [
        "id", "trace_id", "span_id", "parent_span_id", "start_ns", "end_ns", "duration_ns", "kind", "flags", "is_error",
        "name", "service", "environment", "dialect", "operation", "provider", "request_model", "response_model",
        "release", "prompt_name", "prompt_version", "session", "user", "finish_reasons", "error_type", "tool", "agent",
        "service_tier", "input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens", "reasoning_tokens",
        "cache_write_long_tokens", "audio_input_tokens", "audio_output_tokens", "computed_cost", "reported_cost",
        "ttft_ns", "response_id", "content", "content_offset", "content_length", "resource", "scope",
    ]

    /// Columns for which those of `supplement` may stand.
    private static let supplemented: Set = [
        "flags", "provider", "request_model", "response_model", "finish_reasons", "input_tokens", "output_tokens",
        "cache_read_tokens", "cache_write_tokens", "reasoning_tokens", "cache_write_long_tokens", "audio_input_tokens",
        "audio_output_tokens", "computed_cost", "response_id",
    ]

    /// The columns of `span s` with those of `supplement u`, for the view that joins them.
    static let wholeColumns = columns.map { column in
        supplemented.contains(column) ? "coalesce(u.\(column), s.\(column)) AS \(column)" : "s.\(column)"
    }.joined(separator: ", ")

    static let insertion =
        "INSERT INTO span (\(columns.joined(separator: ", "))) VALUES ("
        + columns.map { _ in "?" }.joined(separator: ", ") + ")"
}
