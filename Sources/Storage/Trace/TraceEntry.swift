import Domain

/// The spans of one trace that are stored, all of them.
final class TraceEntry {
    let traceID: TraceID
    var nodes: ContiguousArray<SpanNode>
    /// Whether it waits to be resolved within the present commit.
    var isTouched = false

    /// The ids of its spans once they are many.
    private var ids: Set<SpanID> = []

    init(_ traceID: TraceID, nodes: ContiguousArray<SpanNode> = []) { (self.traceID, self.nodes) = (traceID, nodes) }

    /// Adds a span that is stored.
    func add(_ node: SpanNode) {
        nodes.append(node)
        if nodes.count > Self.fewSpans {
            if ids.isEmpty { ids = Set(nodes.map(\.spanID)) } else { ids.insert(node.spanID) }
        }
    }

    /// Whether a span with this id is stored.
    @inline(__always)
    func contains(_ spanID: SpanID) -> Bool {
        ids.isEmpty ? nodes.contains { $0.spanID == spanID } : ids.contains(spanID)
    }

    /// The texts that a resolution names: its symbols are those of the nodes.
    func context(_ resolution: TraceResolution) -> ContextIDs {
        var context = ContextIDs()
        context.release = UInt32(clamping: resolution.release ?? 0)
        context.promptName = UInt32(clamping: resolution.promptName ?? 0)
        context.promptVersion = UInt32(clamping: resolution.promptVersion ?? 0)
        if let session = resolution.session { context.session = label(session, \.session) }
        if let user = resolution.user { context.user = label(user, \.user) }
        return context
    }

    private func label(_ hash: Int64, _ path: KeyPath<ContextIDs, ContextIDs.Label>) -> ContextIDs.Label {
        for node in nodes where node.own[keyPath: path].hash == hash && node.own[keyPath: path].id != 0 {
            return node.own[keyPath: path]
        }
        return ContextIDs.Label()
    }

    private static let fewSpans = 16
}
