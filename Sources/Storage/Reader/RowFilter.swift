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
    private let reads: (StoredRow, FilterTerm) throws -> Bool

    private struct Decision: Hashable {
        var term: Int
        var number: UInt32
        var second: UInt32
    }

    /// - Parameter reads: whether a condition on contents or attributes holds for a row.
    init(
        _ segment: SegmentReader, range: TimeRange, filter: Filter, operation: Operation? = nil,
        reads: @escaping (StoredRow, FilterTerm) throws -> Bool
    ) {
        (self.segment, self.range, self.filter, self.operation) = (segment, range, filter, operation)
        self.reads = reads
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
        for term in filter.terms where term.readsContents {
            guard try reads(row, term) != term.isNegated else { return false }
        }
        return true
    }

    private mutating func holds(_ term: FilterTerm, _ index: Int, _ row: StoredRow) throws -> Bool {
        switch term.condition {
        case .failed(let failed): return row.isError == failed
        case .equals(let dimension, let values): return try isOne(of: values, dimension, index, row)
        case .says(let fact, let values): return try says(fact, values, index, row)
        case .compares(let quantity, let comparison, let value):
            return row.number(quantity).map { comparison.holds($0, value) } ?? false
        case .score(let name, let comparison, let value):
            return try segment.scores(of: row).contains {
                $0.name == name && $0.value.map { comparison.holds($0, value) } ?? false
            }
        case .contains, .attribute, .attributeCompares: return true
        }
    }

    private mutating func says(_ fact: CallFact, _ values: [String], _ index: Int, _ row: StoredRow) throws -> Bool {
        let text: UInt32
        switch fact {
        case .trace: return FilterTerm.matches(row.traceID.description, values)
        case .kind: return FilterTerm.matches(SpanKind.name(row.kind), values)
        case .provider: text = row.provider
        case .tool: text = row.tool
        case .agent: text = row.agent
        case .finish: text = row.finishReasons
        case .dialect: text = row.dialect
        case .name: text = row.name
        }
        return try decide(Decision(term: index, number: text, second: 0)) { [segment] in
            guard let value = try segment.string(text) else { return FilterTerm.matches(nil, values) }
            return fact == .finish
                ? FinishReasons.split(value).contains { FilterTerm.matches($0, values) }
                : FilterTerm.matches(value, values)
        }
    }

    private mutating func isOne(
        of values: [String], _ dimension: Dimension, _ index: Int, _ row: StoredRow
    ) throws -> Bool {
        let (number, second) = row.numbers(of: dimension)
        return try decide(Decision(term: index, number: number, second: second)) { [segment] in
            FilterTerm.matches(try segment.value(of: dimension, row), dimension, values)
        }
    }

    private mutating func decide(_ decision: Decision, _ body: () throws -> Bool) rethrows -> Bool {
        if let known = decided[decision] { return known }
        let isOne = try body()
        if decided.count > Self.decisionsKept { decided.removeAll() }
        decided[decision] = isOne
        return isOne
    }

    private static let decisionsKept = 100_000
}

extension FilterTerm {
    /// Whether it takes the contents of a row to tell.
    var readsContents: Bool {
        switch condition {
        case .contains, .attribute, .attributeCompares: true
        default: false
        }
    }
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
