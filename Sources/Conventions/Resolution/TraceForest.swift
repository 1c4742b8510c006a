import Domain

/// The spans of one trace as far as they are known, each under its parent.
///
/// Whatever arrives makes a forest: spans of equal id are one place, a parent that is not there is none, and a cycle is cut above
/// its smallest span id. So the forest does not depend on the order of the nodes.
struct TraceForest {
    /// The places, parents before children.
    private(set) var order: [Int] = []
    /// The place of each node.
    private(set) var places: [Int] = []
    /// The parent of each place; nil for roots.
    private(set) var parents: [Int?] = []

    init(_ nodes: [TraceNode]) {
        var placeOf: [SpanID: Int] = Dictionary(minimumCapacity: nodes.count)
        var ids: [SpanID] = []
        for node in nodes {
            let place = placeOf[node.spanID] ?? ids.count
            if place == ids.count {
                placeOf[node.spanID] = place
                ids.append(node.spanID)
            }
            places.append(place)
        }
        findParents(nodes, placeOf, count: ids.count)
        cutCycles(ids)
        sort()
    }

    /// Of nodes with equal ids the smallest parent id counts.
    private mutating func findParents(_ nodes: [TraceNode], _ placeOf: [SpanID: Int], count: Int) {
        var parentIDs = [SpanID?](repeating: nil, count: count)
        for (node, place) in zip(nodes, places) {
            guard let parent = node.parentID else { continue }
            if let other = parentIDs[place], other.value <= parent.value { continue }
            parentIDs[place] = parent
        }
        parents = parentIDs.map { $0.flatMap { placeOf[$0] } }
    }

    private mutating func cutCycles(_ ids: [SpanID]) {
        // The walk on which a place was first seen; a walk that meets itself has found a cycle.
        var walkOf = [Int](repeating: -1, count: ids.count)
        for start in ids.indices {
            var place = start
            while walkOf[place] == -1, let parent = parents[place] {
                walkOf[place] = start
                place = parent
            }
            guard walkOf[place] == start else { continue }
            var top = place
            var member = place
            while let next = parents[member], next != place {
                if ids[next].value < ids[top].value { top = next }
                member = next
            }
            parents[top] = nil
        }
    }

    private mutating func sort() {
        var firstChild = [Int](repeating: -1, count: parents.count)
        var nextSibling = firstChild
        for (place, parent) in parents.enumerated() {
            if let parent {
                nextSibling[place] = firstChild[parent]
                firstChild[parent] = place
            } else {
                order.append(place)
            }
        }
        var done = 0
        while done < order.count {
            var child = firstChild[order[done]]
            while child != -1 {
                order.append(child)
                child = nextSibling[child]
            }
            done += 1
        }
    }
}
