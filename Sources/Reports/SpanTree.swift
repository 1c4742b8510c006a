import Domain
import Drawing

/// The spans of a trace as a tree, parents before their children. A span whose parent is missing, or that is its own ancestor, is a root.
struct SpanTree {
    struct Node {
        let span: SpanDetail
        /// The lines that lead to it.
        let branch: String

        /// What it is called: its name and the model, tool or agent when the name does not say it. Sanitised.
        var title: String {
            let (row, call) = (span.row, span.row.call)
            let name = row.name.isEmpty ? row.spanID.description : row.name
            let subject = call.toolName ?? call.model ?? call.agentName
            return Text.sanitized(subject.map { name.contains($0) ? name : "\(name) \($0)" } ?? name)
        }
    }

    private(set) var nodes: [Node] = []

    init(_ spans: [SpanDetail]) {
        let known = Set(spans.map(\.row.spanID))
        var children: [SpanID: [Int]] = [:]
        var roots: [Int] = []
        for (index, span) in spans.enumerated() {
            if let parent = span.row.parentID, known.contains(parent) {
                children[parent, default: []].append(index)
            } else {
                roots.append(index)
            }
        }
        var isPlaced = [Bool](repeating: false, count: spans.count)
        // What lies in a circle hangs on no root.
        for first in roots + spans.indices where !isPlaced[first] {
            var waiting: [(index: Int, branch: String, below: String)] = [(first, "", "")]
            while let next = waiting.popLast() {
                guard !isPlaced[next.index] else { continue }
                isPlaced[next.index] = true
                nodes.append(Node(span: spans[next.index], branch: next.branch))
                let inner = (children[spans[next.index].row.spanID] ?? []).filter { !isPlaced[$0] }
                let isDeep = next.below.unicodeScalars.count >= Self.deepest
                for (position, child) in inner.enumerated().reversed() {
                    let isLast = position == inner.count - 1
                    waiting.append(
                        (
                            child, next.below + (isLast ? "└ " : "├ "),
                            isDeep ? next.below : next.below + (isLast ? "  " : "│ ")
                        ))
                }
            }
        }
    }

    /// Cells that branches take at most.
    private static let deepest = 24
}
