/// One span of a trace as far as resolving the calls of the trace needs it. Strings are symbols (numbers that stand for
/// interned text), so that whoever keeps many traces in memory keeps numbers.
public struct TraceNode: Hashable, Sendable {
    /// A number that stands for a text in the table of whoever resolves.
    public typealias Symbol = Int64

    public var spanID: SpanID
    public var parentID: SpanID?
    /// What the span itself says.
    public var session: Symbol?
    public var user: Symbol?
    public var release: Symbol?
    public var promptName: Symbol?
    public var promptVersion: Symbol?
    /// Whether the span asks a model to produce something.
    public var isInference: Bool
    /// Whether the span is of a kind that is counted innermost only (embeddings, retrieval, …): equal numbers are equal kinds; 0 is none.
    public var kind: UInt8

    /// A span that says nothing of itself.
    public init(spanID: SpanID, parentID: SpanID?, isInference: Bool, kind: UInt8 = 0) {
        (self.spanID, self.parentID, self.isInference, self.kind) = (spanID, parentID, isInference, kind)
    }
}
