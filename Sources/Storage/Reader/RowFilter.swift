import Domain

/// Decides which rows of a segment a question is about.
struct RowFilter {
    let segment: SegmentReader
    let range: TimeRange
    let filter: Filter
    /// Which operation; LLM calls when nil.
    let operation: Operation?
    /// Texts that one dimension's number stands for, decided once.
    private var decided: [Decision: Bool] = [:]
    private let contains: (StoredRow, String) throws -> Bool

    private struct Decision: Hashable {
        var term: Int
        var number: UInt32
        var second: UInt32
    }

    /// - Parameter contains: whether the contents of a row contain a text.
    init(
        _ segment: SegmentReader, range: TimeRange, filter: Filter, operation: Operation? = nil,
        contains: @escaping (StoredRow, String) throws -> Bool
    ) {
        (self.segment, self.range, self.filter, self.operation) = (segment, range, filter, operation)
        self.contains = contains
    }

    /// Whether the row counts, lies in the range and answers every term.
    mutating func matches(_ row: StoredRow) throws -> Bool {
        guard row.isInnermost, row.operation != 0, range.contains(row.end) else { return false }
        if let operation {
            guard try segment.string(row.operation) == operation.rawValue else { return false }
        } else if !filter.namesOperation {
            guard try segment.isInference(row.operation) else { return false }
        }
        // What is cheap comes first.
        for (index, term) in filter.terms.enumerated() where !term.readsContents {
            guard try holds(term, index, row) != term.isNegated else { return false }
        }
        for term in filter.terms {
            if case .contains(let text) = term.condition {
                guard try contains(row, text) != term.isNegated else { return false }
            }
        }
        return true
    }

    private mutating func holds(_ term: FilterTerm, _ index: Int, _ row: StoredRow) throws -> Bool {
        switch term.condition {
        case .failed(let failed): return row.isError == failed
        case .equals(let dimension, let values): return try isOne(of: values, dimension, index, row)
        case .compares(let quantity, let comparison, let value):
            return row.number(quantity).map { comparison.holds($0, value) } ?? false
        case .score(let name, let comparison, let value):
            return try segment.scores(of: row).contains {
                $0.name == name && $0.value.map { comparison.holds($0, value) } ?? false
            }
        case .contains: return true
        }
    }

    private mutating func isOne(
        of values: [String], _ dimension: Dimension, _ index: Int, _ row: StoredRow
    ) throws -> Bool {
        let (number, second) = row.numbers(of: dimension)
        let decision = Decision(term: index, number: number, second: second)
        if let known = decided[decision] { return known }
        let isOne = FilterTerm.matches(try segment.value(of: dimension, row), dimension, values)
        if decided.count > Self.decisionsKept { decided.removeAll() }
        decided[decision] = isOne
        return isOne
    }

    private static let decisionsKept = 100_000
}

extension FilterTerm {
    fileprivate var readsContents: Bool { if case .contains = condition { true } else { false } }
}

extension FilterTerm.Comparison {
    func holds(_ a: Double, _ b: Double) -> Bool {
        switch self {
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        }
    }
}

extension StoredRow {
    /// The number that a quantity names; nil when the call does not say.
    fileprivate func number(_ quantity: FilterTerm.Quantity) -> Double? {
        switch quantity {
        case .latency: duration.map { Double($0) / 1e9 }
        case .ttft: timeToFirstToken.map { Double($0) / 1e9 }
        case .cost: cost.map { Double($0) / 1e9 }
        case .input: usage.input.map { Double($0) }
        case .output: usage.output.map { Double($0) }
        case .tokens: usage.isKnown ? Double(usage.input ?? 0) + Double(usage.output ?? 0) : nil
        }
    }

    /// The numbers of the texts that make up the value of a dimension.
    fileprivate func numbers(of dimension: Dimension) -> (UInt32, UInt32) {
        switch dimension {
        case .environment: (environment, 0)
        case .service: (service, 0)
        case .operation: (operation, 0)
        case .model: (model, 0)
        case .prompt: (promptName, promptVersion)
        case .release: (release, 0)
        case .user: (user, 0)
        case .session: (session, 0)
        case .error: (isError ? errorType : 0, 0)
        }
    }
}

extension Filter {
    /// What of the filter SQL can tell from the columns of `span s`: true for every row that matches, and for some more.
    var condition: String {
        let conditions = terms.compactMap { term -> String? in
            switch term.condition {
            case .failed(let failed): return "s.is_error = \(failed != term.isNegated ? 1 : 0)"
            case .compares(let quantity, let comparison, let value) where !term.isNegated:
                // Rounding must not lose a row that is just at the edge.
                let tolerance = 1e-9 * max(1, value.magnitude)
                let edge = comparison == .less || comparison == .lessOrEqual ? value + tolerance : value - tolerance
                return "\(quantity.expression) \(comparison.rawValue) \(edge)"
            default: return nil
            }
        }
        return conditions.isEmpty ? "true" : conditions.joined(separator: " AND ")
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
}
