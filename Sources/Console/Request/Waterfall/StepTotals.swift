import Domain

/// Sums over the steps of a trace; every token and cent once.
struct StepTotals: Hashable, Sendable {
    var steps = 0
    var failed = 0
    /// LLM calls.
    var calls = 0
    var inputTokens: Int64?
    var outputTokens: Int64?
    var cost: Money?

    init(_ steps: [TraceStep]) {
        self.steps = steps.count
        for step in steps {
            failed += step.isError ? 1 : 0
            calls += step.isCounted ? 1 : 0
            // Agents repeat what their calls used.
            guard step.isCounted || step.operation?.isInference == false, step.operation?.hasUsage == true else {
                continue
            }
            inputTokens = Self.sum(inputTokens, step.inputTokens)
            outputTokens = Self.sum(outputTokens, step.outputTokens)
            if let cost = step.cost { self.cost = (self.cost ?? .zero) + cost }
        }
    }

    /// The sum of what is known.
    static func sum(_ a: Int64?, _ b: Int64?) -> Int64? {
        guard let a, let b else { return a ?? b }
        let (sum, overflow) = a.addingReportingOverflow(b)
        return overflow ? .max : sum
    }
}
