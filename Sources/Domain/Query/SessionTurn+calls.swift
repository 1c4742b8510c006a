extension SessionTurn {
    /// The turns that `calls`, in any order, belong to: one a trace, oldest first.
    public static func turns(of calls: [SessionCall]) -> [SessionTurn] {
        var turns: [TraceID: SessionTurn] = [:]
        for call in calls {
            turns[call.traceID, default: SessionTurn(call)].add(call)
        }
        return turns.values.sorted {
            ($0.start, $0.traceID.high, $0.traceID.low) < ($1.start, $1.traceID.high, $1.traceID.low)
        }
    }

    /// A turn of which no call has been added yet.
    private init(_ call: SessionCall) {
        self.init(traceID: call.traceID, spanID: call.spanID, start: call.start, end: call.end)
        model = call.model
    }

    private mutating func add(_ call: SessionCall) {
        calls += 1
        errors += call.isError ? 1 : 0
        start = min(start, call.start)
        if call.end >= end { (end, spanID, model) = (call.end, call.spanID, call.model) }
        inputTokens = Self.sum(inputTokens, call.inputTokens)
        outputTokens = Self.sum(outputTokens, call.outputTokens)
        if let amount = call.cost { cost = (cost ?? .zero) + amount }
    }

    private static func sum(_ a: Int64?, _ b: Int64?) -> Int64? {
        guard let a, let b else { return a ?? b }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }
}
