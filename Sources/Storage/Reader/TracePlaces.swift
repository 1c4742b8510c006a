import Domain

/// Where the spans of the trace that was looked at last stand, so that each of them is found at once. Rows never move; a span that is
/// not here may have come since.
struct TracePlaces {
    let trace: TraceID
    private var places: [SpanID: RowPlace] = [:]

    init(_ trace: TraceID) { self.trace = trace }

    subscript(span: SpanID) -> RowPlace? {
        get { places[span] }
        set { places[span] = newValue }
    }
}
