import Domain

extension SegmentReader {
    /// What the segment tells about `filter` before its rows are read; of LLM calls when `operation` is nil and the filter names none.
    func plan(_ filter: Filter, operation: Operation? = nil) throws -> RowPlan {
        var plan = RowPlan()
        if let operation {
            plan.require(.operation, in: try texts { $0 == operation.rawValue })
        } else if !filter.namesOperation {
            plan.require(.operation, in: try texts { Operation(rawValue: $0).isInference })
            plan.isOfCalls = true
        }
        for term in filter.terms { try add(term, to: &plan) }
        return plan
    }

    private func add(_ term: FilterTerm, to plan: inout RowPlan) throws {
        switch term.condition {
        case .failed(let failed): plan.require(isError: failed != term.isNegated)
        case .compares(let quantity, let comparison, let value) where !term.isNegated:
            // Rounding must not lose a row that is just at the edge.
            let tolerance = 1e-9 * max(1, value.magnitude)
            let edge = comparison == .less || comparison == .lessOrEqual ? value + tolerance : value - tolerance
            plan.require("\(quantity.expression) \(comparison.rawValue) \(edge)")
            if edge < value, let peak = quantity.peak {
                plan.require(atLeast: Int64(exactly: (edge * 1e9).rounded(.down)) ?? .min, peak)
            }
        case .equals(let dimension, let values) where !term.isNegated: try add(dimension, values, to: &plan)
        case .says(let fact, let values) where !term.isNegated: try add(fact, values, to: &plan)
        default: break
        }
    }

    private func add(_ dimension: Dimension, _ values: [String], to plan: inout RowPlan) throws {
        switch dimension {
        case .environment: plan.require(.environment, in: try texts(dimension, values))
        case .service: plan.require(.service, in: try texts(dimension, values))
        case .operation: plan.require(.operation, in: try texts(dimension, values))
        case .model: plan.require(.model, in: try texts(dimension, values))
        case .release: plan.require(.release, in: try texts(dimension, values))
        case .error:
            plan.require(.error, in: try texts(dimension, values))
            if !values.contains("unknown") { plan.require(isError: true) }
        case .prompt:
            // The version stands apart; what has a star may stand for both.
            guard !values.contains(where: { TextPattern($0).isWild }) else { return }
            let names = Set(
                values + values.compactMap { value in value.lastIndex(of: "@").map { String(value[..<$0]) } })
            plan.require(.promptName, in: try texts { names.contains($0) } + (names.contains("unknown") ? [0] : []))
        case .user: try add(labels: values, .user, to: &plan)
        case .session: try add(labels: values, .session, to: &plan)
        }
    }

    /// Of a user or session the rows are known.
    private func add(labels values: [String], _ dimension: KeyDimension, to plan: inout RowPlan) throws {
        guard !values.contains(where: { TextPattern($0).isWild || $0 == "unknown" }) else { return }
        let search = LabelSearch(file: file)
        guard let first = try search.firstRow() else { return }
        var rows = RowSet(upTo: try lastSpan())
        for value in values { try search.forEachRow(ContextIDs.hash(value, dimension)) { rows.insert($0) } }
        plan.require(rows: rows, from: first)
    }

    private func add(_ fact: CallFact, _ values: [String], to plan: inout RowPlan) throws {
        func said() throws -> [UInt32] {
            try texts { FilterTerm.matches($0, values) } + (values.contains("unknown") ? [0] : [])
        }
        switch fact {
        case .provider: plan.require(.provider, in: try said())
        case .tool: plan.require(.tool, in: try said())
        case .agent: plan.require(.agent, in: try said())
        case .dialect: plan.require(.dialect, in: try said())
        case .name: plan.require("s.name", in: try said())
        case .finish:
            let texts = try texts { FinishReasons.split($0).contains { FilterTerm.matches($0, values) } }
            plan.require(.finish, in: texts + (values.contains("unknown") ? [0] : []))
        case .trace:
            let traces = values.compactMap { TraceID(hex: $0) }
            guard traces.count == values.count else { return }
            var rows = RowSet(upTo: try lastSpan())
            for trace in traces { for row in try places(of: trace, .traceOfSpan) { rows.insert(row) } }
            plan.require(rows: rows, from: 0)
        case .kind: break
        }
    }

    /// The numbers of the texts that are one of the values of a dimension; 0 stands for none.
    private func texts(_ dimension: Dimension, _ values: [String]) throws -> [UInt32] {
        try texts { FilterTerm.matches($0, dimension, values) } + (values.contains("unknown") ? [0] : [])
    }

    /// The numbers of the texts for which `isWanted` holds.
    private func texts(where isWanted: (String) -> Bool) throws -> [UInt32] {
        var texts: [UInt32] = []
        let statement = try file.statement("SELECT id, text FROM string")
        defer { statement.reset() }
        while try statement.step() {
            if let text = statement.text(1), isWanted(text) { texts.append(UInt32(clamping: statement.integer(0))) }
        }
        return texts
    }
}

extension FilterTerm.Quantity {
    /// The quantity in its own unit, as an expression of SQL.
    fileprivate var expression: String {
        switch self {
        case .latency: "s.duration_ns / 1e9"
        case .ttft: "s.ttft_ns / 1e9"
        case .cost: "coalesce(s.computed_cost, s.reported_cost) / 1e9"
        case .tokens: "coalesce(s.input_tokens, 0) + coalesce(s.output_tokens, 0)"
        case .input: "s.input_tokens"
        case .output: "s.output_tokens"
        }
    }

    /// Where blocks say, in a thousand-millionth of its unit, what it does not exceed.
    fileprivate var peak: WritableKeyPath<CallPeaks, Int64>? {
        switch self {
        case .latency: \.longest
        case .cost: \.costliest
        case .ttft, .tokens, .input, .output: nil
        }
    }
}
