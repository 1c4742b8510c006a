import Domain

/// One request that is looked at, and the last answer.
struct RequestState: Sendable {
    var trace: TraceID
    /// The step whose conversation is shown.
    var span: SpanID
    var answer: RequestAnswer?
    var asking = Asking<RequestQuestion>()

    /// Looks at the step `span` of `trace`.
    init(trace: TraceID, span: SpanID) { (self.trace, self.span) = (trace, span) }
}

extension ConsoleState {
    /// Opens one request; Esc leads back to where the person is.
    mutating func openRequest(trace: TraceID, span: SpanID) {
        request = RequestState(trace: trace, span: span)
        go(to: .request)
    }
}
