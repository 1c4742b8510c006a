/// What a span is once its trace is known.
public struct TraceResolution: Hashable, Sendable {
    public var session: TraceNode.Symbol?
    public var user: TraceNode.Symbol?
    public var release: TraceNode.Symbol?
    public var promptName: TraceNode.Symbol?
    public var promptVersion: TraceNode.Symbol?
    /// Whether the span counts: it contains no other span of its kind. Only counted inference spans are LLM calls.
    public var isInnermost: Bool

    /// A resolution of which only one thing is known.
    public init(isInnermost: Bool) { self.isInnermost = isInnermost }
}

/// Resolves all spans of one trace that are known so far, in any order; the answer has one element for each node, in the same order,
/// and does not depend on the order of the nodes. Must hold for cycles, self-parents and missing parents.
public typealias TraceResolver = @Sendable ([TraceNode]) -> [TraceResolution]
