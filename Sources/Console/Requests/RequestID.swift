import Domain

/// Which call is meant, however the table is ordered.
struct RequestID: Hashable, Sendable {
    let trace: TraceID
    let span: SpanID
}

extension RequestRow {
    /// Which call it is.
    var id: RequestID { RequestID(trace: traceID, span: spanID) }
}
