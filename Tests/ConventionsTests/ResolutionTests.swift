import Conventions
import Domain
import Testing

@Suite struct Resolution {
    /// A node with span id `id` below `parent`.
    private func node(
        _ id: UInt64, below parent: UInt64 = 0, inference: Bool = false, kind: UInt8 = 0, session: Int64? = nil,
        prompt: (Int64?, Int64?) = (nil, nil)
    ) throws -> TraceNode {
        var node = TraceNode(
            spanID: try #require(SpanID(id)), parentID: SpanID(parent), isInference: inference, kind: kind)
        node.session = session
        (node.promptName, node.promptVersion) = prompt
        return node
    }

    @Test func nothingComesOfNothing() {
        #expect(Interpreter.resolve([]).isEmpty)
    }

    @Test func theNearestAncestorThatSaysItCounts() throws {
        let nodes = try [
            node(1, session: 10), node(2, below: 1, session: 20), node(3, below: 2), node(4, below: 3, session: 40),
            node(5, below: 3), node(6, below: 1),
        ]
        #expect(Interpreter.resolve(nodes).map(\.session) == [10, 20, 20, 40, 20, 10])
    }

    @Test func theWholeTraceAgreesOrNobodyIsGuessed() throws {
        let agreed = try [node(1), node(2, below: 1, session: 7), node(3, below: 1), node(9, below: 8)]
        #expect(Interpreter.resolve(agreed).map(\.session) == [7, 7, 7, 7])
        let split = try [node(1), node(2, below: 1, session: 7), node(3, below: 1, session: 8), node(4, below: 1)]
        #expect(Interpreter.resolve(split).map(\.session) == [nil, 7, 8, nil])
    }

    @Test func releaseAndPromptComeOnlyFromAbove() throws {
        var below = try node(2, below: 1, prompt: (5, 6))
        below.release = 9
        let resolved = Interpreter.resolve(try [node(1), below, node(3, below: 2), node(4, below: 1)])
        #expect(resolved.map(\.release) == [nil, 9, 9, nil])
        #expect(resolved.map(\.promptName) == [nil, 5, 5, nil])
        #expect(resolved.map(\.promptVersion) == [nil, 6, 6, nil])
    }

    @Test func aPromptKeepsItsVersion() throws {
        let nodes = try [
            node(1, prompt: (5, 6)), node(2, below: 1, prompt: (7, nil)), node(3, below: 1, prompt: (nil, 8)),
            node(4, below: 2),
        ]
        let resolved = Interpreter.resolve(nodes)
        #expect(resolved.map(\.promptName) == [5, 7, 5, 7])
        #expect(resolved.map(\.promptVersion) == [6, nil, 8, nil])
    }

    @Test func onlyTheInnermostOfAKindCounts() throws {
        // chat in chat in agent, beside a retrieval within a retrieval
        let nodes = try [
            node(1), node(2, below: 1, inference: true), node(3, below: 2), node(4, below: 3, inference: true),
            node(5, below: 1, kind: 200), node(6, below: 5, kind: 200), node(7, below: 6, kind: 3),
        ]
        #expect(Interpreter.resolve(nodes).map(\.isInnermost) == [true, false, true, true, false, true, true])
    }

    @Test func theParentMayBeMissing() throws {
        let nodes = try [node(2, below: 1, inference: true, session: 3), node(4, below: 2, inference: true)]
        #expect(Interpreter.resolve(nodes).map(\.isInnermost) == [false, true])
    }

    @Test func cyclesAreCutAboveTheSmallestSpan() throws {
        let ring = try [
            node(3, below: 2, session: 1), node(1, below: 3), node(2, below: 1, inference: true), node(7, below: 7),
        ]
        let resolved = Interpreter.resolve(ring)
        #expect(resolved.map(\.session) == [1, 1, 1, 1])
        #expect(resolved.map(\.isInnermost) == [true, true, true, true])
        let selfParent = try [node(7, below: 7, inference: true)]
        #expect(Interpreter.resolve(selfParent).map(\.isInnermost) == [true])
    }

    @Test(arguments: 0..<200) func theOrderOfArrivalChangesNothing(_ seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let count = Int.random(in: 1...40, using: &generator)
        func some(_ range: ClosedRange<Int64>) -> Int64? {
            Bool.random(using: &generator) ? nil : .random(in: range, using: &generator)
        }
        // Few ids, so that there are duplicates, cycles, spans that are their own parents, and parents that are not there.
        let nodes = try (0..<count).map { _ in
            var node = try node(
                .random(in: 1...30, using: &generator), below: .random(in: 0...35, using: &generator),
                inference: .random(using: &generator), kind: .random(in: 0...3, using: &generator),
                session: some(1...2),
                prompt: (some(1...3), some(1...3)))
            (node.user, node.release) = (some(1...1), some(1...3))
            return node
        }
        let resolved = Interpreter.resolve(nodes)
        let order = nodes.indices.shuffled(using: &generator)
        let shuffled = Interpreter.resolve(order.map { nodes[$0] })
        #expect(resolved.count == count)
        #expect(order.map { resolved[$0] } == shuffled)
        for (node, resolution) in zip(nodes, resolved) {
            if let session = node.session { #expect(resolution.session == session) }
            if let release = node.release { #expect(resolution.release == release) }
        }
    }

    @Test func aTraceMayBeOneLongChain() throws {
        let count: UInt64 = 100_000
        let nodes = try (1...count).reversed().map {
            try node($0, below: $0 - 1, inference: true, session: $0 == 1 ? 5 : nil)
        }
        let resolved = Interpreter.resolve(nodes)
        #expect(resolved.first?.session == 5)
        #expect(resolved.count { $0.isInnermost } == 1)
    }
}
