import Domain

extension StepTree {
    /// The steps in reading order. Steps whose parent is not there, is the step itself, or lies in a circle are roots.
    static func order(_ steps: [TraceStep]) -> [Node] {
        let (parents, irregularities) = parents(of: steps)
        // Children of each step as a linked list, in the order of the steps.
        var firstChild = [Int](repeating: -1, count: steps.count)
        var nextSibling = firstChild
        var firstRoot = -1
        for index in steps.indices.reversed() {
            if parents[index] >= 0 {
                nextSibling[index] = firstChild[parents[index]]
                firstChild[parents[index]] = index
            } else {
                nextSibling[index] = firstRoot
                firstRoot = index
            }
        }
        var nodes: [Node] = []
        nodes.reserveCapacity(steps.count)
        // Positions of the steps above the present one.
        var above: [Int] = []
        var next = firstRoot
        while true {
            if next >= 0 {
                let isOrdinary = steps[next].operation == nil && !steps[next].isError
                nodes.append(
                    Node(
                        step: next, parent: above.last, depth: above.count, end: 0,
                        irregularity: irregularities[next], hasMeaning: !isOrdinary, lastCall: nil,
                        failuresBelow: 0, group: nil))
                above.append(nodes.count - 1)
                next = firstChild[next]
            } else if let finished = above.popLast() {
                nodes[finished].end = nodes.count
                next = nextSibling[nodes[finished].step]
            } else {
                return nodes
            }
        }
    }

    /// The index of each step's parent, −1 for a root, and what is wrong with what it says.
    private static func parents(of steps: [TraceStep]) -> ([Int], [Int: Irregularity]) {
        let indices = Dictionary(
            steps.indices.map { (steps[$0].spanID, $0) }, uniquingKeysWith: { first, _ in first })
        var parents = [Int](repeating: -1, count: steps.count)
        var irregularities: [Int: Irregularity] = [:]
        for (index, step) in steps.enumerated() {
            guard let parent = step.parentID else { continue }
            if parent == step.spanID {
                irregularities[index] = .isItsOwnParent
            } else if let found = indices[parent] {
                parents[index] = found
            } else {
                irregularities[index] = .parentIsMissing
            }
        }
        // Every step on the way up is looked at once: 0 not yet, 1 on the present way, 2 known to end at a root.
        var marks = [UInt8](repeating: 0, count: steps.count)
        var way: [Int] = []
        for index in steps.indices {
            way.removeAll(keepingCapacity: true)
            var present = index
            while present >= 0, marks[present] == 0 {
                marks[present] = 1
                way.append(present)
                present = parents[present]
            }
            if present >= 0, marks[present] == 1, let start = way.firstIndex(of: present) {
                // The earliest of the circle becomes a root.
                if let root = way[start...].min() {
                    parents[root] = -1
                    irregularities[root] = .parentsInCircle
                }
            }
            for step in way { marks[step] = 2 }
        }
        return (parents, irregularities)
    }

    /// Tells each step what is below it.
    static func sumUp(_ steps: [TraceStep], _ nodes: inout [Node]) {
        for position in nodes.indices.reversed() {
            let step = steps[nodes[position].step]
            if nodes[position].lastCall == nil, step.operation?.isInference == true {
                nodes[position].lastCall = position
            }
            guard let parent = nodes[position].parent else { continue }
            if nodes[parent].lastCall == nil { nodes[parent].lastCall = nodes[position].lastCall }
            let isError = step.isError
            nodes[parent].failuresBelow += nodes[position].failuresBelow + (isError ? 1 : 0)
            if nodes[position].hasMeaning { nodes[parent].hasMeaning = true }
        }
    }

    /// From so many alike siblings on, one row stands for all.
    private static let (fewestAlike, fewestOrdinary) = (4, 2)

    /// What makes siblings alike.
    private struct Likeness: Hashable {
        var parent: Int
        var operation: Domain.Operation?
        var subject: String
        var isError: Bool
    }

    /// Puts siblings that are alike into groups: calls of the same kind to the same model or tool with the same end, and ordinary
    /// spans in which nothing happened.
    static func groups(_ steps: [TraceStep], _ nodes: inout [Node]) -> [Group] {
        var members: [Likeness: [Int]] = [:]
        for position in nodes.indices {
            let node = nodes[position]
            let step = steps[node.step]
            if step.operation == nil, node.hasMeaning { continue }
            let likeness = Likeness(
                parent: node.parent ?? -1, operation: step.operation,
                subject: step.operation == nil ? "" : step.subject ?? step.name,
                isError: step.isError || node.failuresBelow > 0)
            members[likeness, default: []].append(position)
        }
        let chosen = members.filter { $1.count >= ($0.operation == nil ? fewestOrdinary : fewestAlike) }
            .sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
        return chosen.enumerated().compactMap { index, entry in
            for position in entry.value { nodes[position].group = index }
            return group(entry.key, entry.value, steps, nodes)
        }
    }

    private static func group(
        _ likeness: Likeness, _ members: [Int], _ steps: [TraceStep], _ nodes: [Node]
    ) -> Group? {
        guard let first = members.first else { return nil }
        let parent = likeness.parent >= 0 ? steps[nodes[likeness.parent].step].spanID : nil
        let name = "\(likeness.operation?.rawValue ?? "") \(likeness.subject) \(likeness.isError)"
        let start = steps[nodes[first].step]
        var group = Group(
            id: .alike(parent: parent, name), first: first, slowest: first, count: members.count, duration: nil,
            tokens: nil, cost: nil, from: start.start, to: start.start)
        var longest = Nanoseconds(.min)
        for position in members {
            let step = steps[nodes[position].step]
            if let duration = step.duration {
                let (sum, overflow) = (group.duration?.count ?? 0).addingReportingOverflow(duration.count)
                group.duration = Nanoseconds(overflow ? .max : sum)
                if duration > longest { (longest, group.slowest) = (duration, position) }
            }
            group.tokens = StepTotals.sum(group.tokens, StepTotals.sum(step.inputTokens, step.outputTokens))
            if let cost = step.cost { group.cost = (group.cost ?? .zero) + cost }
            group.from = min(group.from, step.start)
            group.to = max(group.to, step.duration == nil ? step.start : step.end)
        }
        return group
    }
}
