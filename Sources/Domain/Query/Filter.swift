/// Which calls are asked for: every term must hold.
public struct Filter: Hashable, Sendable {
    public var terms: [FilterTerm]

    /// A filter of the given terms.
    public init(_ terms: [FilterTerm]) { self.terms = terms }

    /// No restriction.
    public static let all = Filter([])
    /// Whether rollups can answer it: it speaks only of dimensions that have series.
    public var isAnsweredByRollups: Bool {
        terms.allSatisfy { if case .equals(let dimension, _) = $0.condition { dimension.isSeries } else { false } }
    }
}

/// One condition on a call.
public struct FilterTerm: Hashable, Sendable {
    /// What must hold, before negation.
    public enum Condition: Hashable, Sendable {
        /// The dimension has one of the values (`TextPattern`); `unknown` means that nothing is said. A release is also found by what
        /// follows its `@`, a prompt by what stands before it.
        case equals(Dimension, [String])
        /// The call says one of the values (`TextPattern`) of a fact; `unknown` means that it says nothing.
        case says(CallFact, [String])
        /// An attribute of the span or of its resource has one of the values (`TextPattern`), as text.
        case attribute(String, [String])
        /// An attribute of the span or of its resource is a number, or text that says one, that compares so.
        case attributeCompares(String, Comparison, Double)
        /// The call failed, or did not.
        case failed(Bool)
        /// A number compares so; a call without that number does not match.
        case compares(Quantity, Comparison, Double)
        /// A score of this name compares so.
        case score(String, Comparison, Double)
        /// Input, output or documents contain the text, upper and lower case alike (letter by letter).
        case contains(String)
    }

    /// A number of a call.
    public enum Quantity: String, Sendable, CaseIterable {
        /// Seconds.
        case latency
        /// Seconds.
        case ttft
        /// US dollars.
        case cost
        /// Input and output together.
        case tokens
        case input
        case output
    }

    /// How two numbers compare.
    public enum Comparison: String, Sendable, CaseIterable {
        case less = "<"
        case lessOrEqual = "<="
        case greater = ">"
        case greaterOrEqual = ">="
    }

    public var condition: Condition
    public var isNegated: Bool

    /// A condition that must hold, or must not when negated.
    public init(_ condition: Condition, isNegated: Bool = false) {
        (self.condition, self.isNegated) = (condition, isNegated)
    }
}
