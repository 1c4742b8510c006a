import Domain
import Drawing
import Testing

@testable import Console

/// What holds in one request whatever happens.
@Suite("One request, properties")
struct RequestPropertyTests {
    static let traces = [TraceScene.retrieval, TraceScene.agent, TraceScene.hostile]
    static let keys: [Key] =
        "jklhzuvxcnpsNEyo+-<>/@: 0aé漢".unicodeScalars.map { $0 == " " ? .space : .character($0) } + [
            .enter, .escape, .tab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
            .control("s"), .control("u"), .control("d"), .control("k"), .control("w"),
        ]

    @Test("random keys never trap, and every row is exactly as wide as the screen", arguments: 0..<16 as Range<UInt64>)
    func randomKeys(seed: UInt64) {
        var random = SplitMix(state: seed)
        var source = TraceScene.conversation
        for trace in Self.traces { source.traces[trace.outline.traceID] = trace }
        let trace = Self.traces[Int(seed) % Self.traces.count].outline.traceID
        var session = Session(
            source, width: Int.random(in: 60...200, using: &random), height: Int.random(in: 16...60, using: &random),
            settings: ConsoleSettings(glyphs: GlyphSet.allCases.randomElement(using: &random) ?? .braille))
        for step in 0..<150 {
            if step % 40 == 0 {
                session.press("<esc><esc>:request \(trace)<enter>")
            }
            switch Int.random(in: 0..<16, using: &random) {
            case 0:
                session.send(
                    .resize(
                        width: Int.random(in: 0...230, using: &random), height: Int.random(in: 0...70, using: &random)))
            case 1: session.send(.resize(width: 80, height: 24))
            case 2:
                session.send(.sourceChanged)
                session.wait(seconds: 3)
            case 3: session.send(.paste("pasted \u{1B}[31m\n\u{202E} 漢字"))
            case 4, 5:
                let action: Mouse.Action = [.press, .scrollUp, .scrollDown].randomElement(using: &random) ?? .press
                session.send(
                    .mouse(
                        Mouse(
                            action, x: Int.random(in: -2...230, using: &random),
                            y: Int.random(in: -2...70, using: &random))))
            case 6: session.answers.toggle()
            case 7:
                for case .perform(let id, _) in session.effects.suffix(3) {
                    session.send(.performed(id, .failure(ControlRefusal(.failed, "\u{1B}[31m no"))))
                }
            default: session.send(.key(Self.keys.randomElement(using: &random) ?? .enter))
            }
            if step % 3 == 0 { expectExactRows(session) }
        }
    }

    @Test("any view of any request can be drawn at any size", arguments: ["", "<tab>", "v", "s", "c", "<tab>u", "u"])
    func anySize(keys: String) {
        for trace in Self.traces {
            var source = TraceScene.conversation
            source.traces[trace.outline.traceID] = trace
            var session = Session(source)
            session.press(":request \(trace.outline.traceID)<enter>\(keys)")
            for (index, width) in [0, 1, 20, 59, 60, 61, 79, 80, 99, 100, 101, 160, 300].enumerated() {
                session.send(.resize(width: width, height: [16, 17, 24, 70][index % 4]))
                expectExactRows(session)
            }
        }
    }

    @Test("every step of a tree has one place, whatever the parents say", arguments: 0..<40 as Range<UInt64>)
    func trees(seed: UInt64) {
        var random = SplitMix(state: seed)
        let count = Int.random(in: 0...60, using: &random)
        var trace = FakeTrace(seed + 1)
        for number in 0..<count {
            // Identities that stand twice, parents that are missing, themselves, or in circles.
            let id =
                seed % 2 == 0 ? UInt64(number + 1) : UInt64.random(in: 1...UInt64(count), using: &random)
            let parent = Bool.random(using: &random) ? UInt64.random(in: 1...UInt64(count + 3), using: &random) : nil
            let operation: Domain.Operation? = [nil, .chat, .embeddings].randomElement(using: &random) ?? nil
            var row = trace.row(
                id, below: parent, "step", operation, Int64(number), Int64.random(in: -5...90, using: &random))
            row.call.isError = Int.random(in: 0..<9, using: &random) == 0
            trace.outline.steps.append(TraceStep(row))
        }
        let tree = StepTree(trace.outline)
        #expect(tree.nodes.map(\.step).sorted() == Array(0..<count))
        for (position, node) in tree.nodes.enumerated() {
            #expect(node.end > position && node.end <= count)
            #expect(node.parent.map { $0 < position && tree.nodes[$0].end >= node.end } ?? true)
            #expect(node.depth == (node.parent.map { tree.nodes[$0].depth + 1 } ?? 0))
            // Whatever is folded, a step can be brought to sight.
            var waterfall = Waterfall(span: nil)
            waterfall.show(tree)
            waterfall.reveal(position)
            #expect(waterfall.row?.position == position)
        }
        // Steps of one identity are folded together.
        guard Set(trace.outline.steps.map(\.spanID)).count == count else { return }
        var waterfall = Waterfall(span: nil)
        waterfall.show(tree)
        waterfall.toggleAll()
        #expect(waterfall.rows.filter { $0.group == nil }.count == count)
    }

    @Test("bars lie within the axis", arguments: 0..<20 as Range<UInt64>)
    func bars(seed: UInt64) {
        var random = SplitMix(state: seed)
        func moment() -> Timestamp { Timestamp(nanoseconds: Int64(bitPattern: random.next())) }
        for width in [0, 1, 7, 40] {
            let axis = TimeAxis(range: TimeRange(from: moment(), to: moment()), width: width)
            let cells = axis.cells(from: moment(), to: moment())
            #expect(cells.lowerBound >= 0 && cells.upperBound <= width && (width == 0 || !cells.isEmpty))
        }
    }

    @Test("a text that is found is found in the text", arguments: ["a", "B", "ab", "漢", "é"])
    func searching(needle: String) {
        for text in ["", "a", "xAby", "漢字かな", "É é", String(repeating: "ab", count: 50)] {
            let ranges = TextSearch.ranges(of: needle, in: text)
            #expect(ranges.isEmpty != TextSearch.contains(text, needle))
            #expect(ranges.allSatisfy { $0.count == needle.utf8.count && $0.upperBound <= text.utf8.count })
        }
    }

    @Test("however much is said, no more is unfolded at once than can be wrapped unfelt")
    func bounded() {
        let text = String(repeating: "the quick brown fox ", count: 12_000)
        let parts = (0..<6).map { DocumentPart(id: "\($0)", text: StyledText(text), copy: text) }
        var document = Document()
        document.fit(width: 60, height: 20, glyphs: .braille)
        document.open(parts)
        #expect(document.lines.count == 6 * 11)
        document.toggleAll()
        #expect(document.lines.count > 4 * 4000 && document.lines.count < 5 * 4500)
        document.toggleAll()
        #expect(document.lines.count == 6 * 11)
        document.fit(width: 30, height: 20, glyphs: .ascii)
        #expect(document.lines.allSatisfy { $0.text.width() <= 30 })
    }

    private func expectExactRows(_ session: Session) {
        let canvas = session.canvas
        #expect(canvas.width == session.state.size.width && canvas.height == session.state.size.height)
        for row in 0..<canvas.height where Text.width(of: canvas.text(row: row)) != canvas.width {
            Issue.record("row \(row) is not as wide as the screen:\n\(session.testDescription)")
        }
    }
}
