import Domain

extension TraceForest {
    /// What the spans of one place say, and what they take over from above.
    private struct Context {
        var session: TraceNode.Symbol?
        var user: TraceNode.Symbol?
        var release: TraceNode.Symbol?
        var promptName: TraceNode.Symbol?
        var promptVersion: TraceNode.Symbol?

        init() {}

        init(_ node: TraceNode) {
            (session, user, release) = (node.session, node.user, node.release)
            (promptName, promptVersion) = (node.promptName, node.promptVersion)
        }

        /// Takes over what is not said here. A version without a name belongs to the prompt above; a name without a version leaves the
        /// version above, which is that of another prompt.
        mutating func inherit(_ above: Context) {
            session = session ?? above.session
            user = user ?? above.user
            release = release ?? above.release
            if promptName == nil { promptVersion = promptVersion ?? above.promptVersion }
            promptName = promptName ?? above.promptName
        }

        /// Joins what another span of the same id says; where they differ, the smaller symbol counts.
        mutating func join(_ other: Context) {
            func smaller(_ a: TraceNode.Symbol?, _ b: TraceNode.Symbol?) -> TraceNode.Symbol? {
                if let a, let b { min(a, b) } else { a ?? b }
            }
            session = smaller(session, other.session)
            user = smaller(user, other.user)
            release = smaller(release, other.release)
            promptName = smaller(promptName, other.promptName)
            promptVersion = smaller(promptVersion, other.promptVersion)
        }
    }

    /// The kinds of the spans at a place or below it: a bit for each `TraceNode.kind`, and one for inference in place of kind 0.
    private typealias Kinds = SIMD4<UInt64>

    private static func bit(_ kind: UInt8) -> Kinds {
        var kinds = Kinds.zero
        kinds[Int(kind >> 6)] = 1 << UInt64(kind & 63)
        return kinds
    }

    private static func kinds(of node: TraceNode) -> Kinds {
        (node.isInference ? bit(0) : .zero) | (node.kind == 0 ? .zero : bit(node.kind))
    }

    /// Resolves each node of a trace from its ancestors, its descendants and, for session and user, from the whole trace.
    static func resolve(_ nodes: [TraceNode]) -> [TraceResolution] {
        let forest = TraceForest(nodes)
        let contexts = forest.contexts(nodes)
        let below = forest.kindsBelow(nodes)
        let session = onlyValue(nodes, \.session)
        let user = onlyValue(nodes, \.user)
        return nodes.indices.map { index in
            let place = forest.places[index]
            var context = Context(nodes[index])
            context.inherit(contexts[place])
            var resolution = TraceResolution(isInnermost: kinds(of: nodes[index]) & below[place] == .zero)
            resolution.session = context.session ?? session
            resolution.user = context.user ?? user
            resolution.release = context.release
            resolution.promptName = context.promptName
            resolution.promptVersion = context.promptVersion
            return resolution
        }
    }

    private func contexts(_ nodes: [TraceNode]) -> [Context] {
        var contexts = [Context](repeating: Context(), count: parents.count)
        for (node, place) in zip(nodes, places) { contexts[place].join(Context(node)) }
        for place in order {
            if let parent = parents[place] { contexts[place].inherit(contexts[parent]) }
        }
        return contexts
    }

    /// The kinds strictly below each place.
    private func kindsBelow(_ nodes: [TraceNode]) -> [Kinds] {
        var own = [Kinds](repeating: .zero, count: parents.count)
        for (node, place) in zip(nodes, places) { own[place] |= Self.kinds(of: node) }
        var below = [Kinds](repeating: .zero, count: parents.count)
        for place in order.reversed() {
            if let parent = parents[place] { below[parent] |= own[place] | below[place] }
        }
        return below
    }

    /// The value on which all spans that say one agree.
    private static func onlyValue(_ nodes: [TraceNode], _ path: KeyPath<TraceNode, TraceNode.Symbol?>) -> TraceNode
        .Symbol?
    {
        var only: TraceNode.Symbol?
        for node in nodes {
            guard let value = node[keyPath: path] else { continue }
            if let only, only != value { return nil }
            only = value
        }
        return only
    }
}
