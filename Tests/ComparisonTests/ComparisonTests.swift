import Comparison
import Domain
import Drawing
import PromptDiff
import TestSupport
import Testing

@Suite("Comparisons of versions")
struct ComparisonTests {
    private func text(
        _ comparison: PromptComparison, _ form: DifferenceLines.Form, width: Int, isFolded: Bool = true,
        glyphs: GlyphSet = .braille
    ) -> ComparisonText {
        ComparisonText(
            comparison.difference, form: form, showsWords: true, isFolded: isFolded, width: width, glyphs: glyphs)
    }

    private func canvas(_ text: ComparisonText, _ position: ComparisonText.Position = .init(), width: Int, height: Int)
        -> Canvas
    {
        var canvas = Canvas(width: width, height: height)
        text.draw(from: position, in: canvas.bounds, on: &canvas)
        return canvas
    }

    @Test("beside each other, and one above the other")
    func forms() {
        let comparison = ComparisonScene.comparison()
        expectSnapshot(
            canvas(text(comparison, .sideBySide, width: 118), width: 118, height: 18), "comparison/text-sides")
        expectSnapshot(canvas(text(comparison, .unified, width: 80), width: 80, height: 24), "comparison/text-unified")
        let long = ComparisonScene.long(lines: 80)
        expectSnapshot(
            canvas(text(ComparisonScene.comparison(long.old, long.new), .unified, width: 80), width: 80, height: 40),
            "comparison/text-moved")
    }

    @Test("the forest of intervals, with and without Unicode", arguments: [GlyphSet.braille, .ascii])
    func forest(glyphs: GlyphSet) {
        for (width, name) in [(80, "comparison/effect-narrow"), (118, "comparison/effect")] {
            let panel = EffectPanel(ComparisonScene.comparison())
            var canvas = Canvas(width: width, height: panel.height, glyphs: glyphs)
            panel.draw(in: canvas.bounds, on: &canvas)
            expectSnapshot(canvas, name, variant: glyphs == .ascii ? "ascii" : nil)
        }
    }

    @Test("what to do is said first, and follows from what is known")
    func advice() {
        func advice(_ effects: [Effect], _ runs: RunComparison?) -> ShippingAdvice {
            ShippingAdvice(effects: effects, runs: runs, version: "7")
        }
        let all = ComparisonScene.effects
        #expect(advice(all, ComparisonScene.runs).answer == .doNotShip)
        #expect(
            advice(all, ComparisonScene.runs).text.string
                == "✖ DO NOT SHIP 7  worse: faithfulness −0.029; better: p95 latency −30 % (live), cost / request −73 % (live)"
        )
        #expect(advice([], nil).answer == .untried)
        #expect(advice(Array(all.dropFirst()), nil).answer == .undecided)
        #expect(advice([], ComparisonScene.runs).reason == "about 430 golden items are needed")
        var passed = ComparisonScene.runs
        passed.verdict = .noWorse
        #expect(advice(Array(all.dropFirst()), passed).answer == .ship)
        let dearer = Effect(
            .cost, source: .observational, scale: .relative, a: 1, b: 2, countA: 9, countB: 9, change: 1,
            interval: 0.9...1.1)
        #expect(advice([dearer], passed).answer == .weigh)
        passed.verdict = .worse
        #expect(advice([], passed).answer == .doNotShip)
    }

    @Test("what was measured of one version only is no effect")
    func oneSided() {
        let effect = Effect(
            .errorRate, source: .observational, scale: .difference, a: 0.1, b: nil, countA: 40, countB: 0, change: nil,
            interval: nil)
        let comparison = ComparisonScene.comparison(effects: [effect], runs: nil)
        #expect(comparison.effects.isEmpty && comparison.advice.answer == .untried)
    }

    @Test("moving forth and back leads to the same place, and never beyond the end", arguments: [true, false])
    func moving(isFolded: Bool) {
        let long = ComparisonScene.long(lines: 200)
        let text = text(ComparisonScene.comparison(long.old, long.new), .unified, width: 80, isFolded: isFolded)
        let height = 20
        var position = ComparisonText.Position()
        for step in [1, 5, 17, 60] {
            let there = text.moved(position, by: step, height: height)
            #expect(text.moved(there, by: -step, height: height) == position)
            position = there
        }
        let end = text.moved(position, by: 1_000_000, height: height)
        #expect(text.moved(end, by: 1, height: height) == end)
        #expect(
            canvas(text, end, width: 80, height: height).text(row: height - 1).contains(
                isFolded ? "equal lines" : "does not"))
        #expect(text.moved(end, by: -1_000_000, height: height) == ComparisonText.Position())
    }

    @Test("going from change to change meets each once, forth and back")
    func changes() {
        let long = ComparisonScene.long(lines: 200)
        let text = text(ComparisonScene.comparison(long.old, long.new), .sideBySide, width: 120)
        var number: Int?
        var seen: [Int] = []
        while let next = text.position(fromChange: number, step: 1), next.change != number {
            seen.append(next.change)
            number = next.change
        }
        #expect(seen == Array(1...text.changeCount))
        #expect(text.position(fromChange: 3, step: -1)?.change == 2)
        #expect(text.position(fromChange: 1, step: -1)?.change == 1)
    }

    @Test("what a reviewer must not miss stands under the text")
    func facts() {
        let lines = ComparisonFacts(ComparisonScene.comparison().difference).lines(width: 118, glyphs: .braille)
            .map(\.string)
        #expect(lines.contains("▲ variables lost: order"))
        #expect(lines.contains { $0.contains("▲ calls pay the prefix again") })
        let spaces = ComparisonScene.comparison(
            ComparisonScene.six,
            Prompt(
                name: "support-answer",
                messages: ComparisonScene.six.messages.map {
                    PromptMessage(role: $0.role, text: $0.text.replacing("Question: ", with: "Question:  "))
                }, model: "gpt-4o", parameters: ComparisonScene.six.parameters, retrievalIndex: "kb@12"))
        #expect(
            ComparisonFacts(spaces.difference).lines(width: 80, glyphs: .braille).first?.string
                .hasPrefix("▲ only white space differs") == true)
        let screen = canvas(text(spaces, .unified, width: 80), width: 80, height: 12)
        #expect((0..<12).contains { screen.text(row: $0).contains("≈ Question:··{{question}}") })
    }

    @Test("both answers to a golden question", arguments: [GlyphSet.braille, .ascii])
    func behaviour(glyphs: GlyphSet) {
        for (form, width, name) in [
            (DifferenceLines.Form.sideBySide, 118, "comparison/behaviour"),
            (.unified, 78, "comparison/behaviour-narrow"),
        ] {
            let text = BehaviourText(
                ComparisonScene.runs.items[0], old: "6", new: "7", form: form, width: width, glyphs: glyphs)
            var canvas = Canvas(width: width, height: 14, glyphs: glyphs)
            DifferenceLines.draw(text.lines(width: width, glyphs: glyphs), in: canvas.bounds, on: &canvas)
            expectSnapshot(canvas, name, variant: glyphs == .ascii ? "ascii" : nil)
        }
    }

    @Test("any text can be drawn at any width")
    func anyWidth() {
        let texts = ["", "\n\n", "漢字かな\t交じり文", "\u{1B}[31mred\u{202E}", String(repeating: "x", count: 500), "a\r\nb"]
        for old in texts {
            for new in texts {
                func prompt(_ text: String) -> Prompt {
                    Prompt(name: "x", messages: [PromptMessage(role: "user", text: text)])
                }
                for width in [0, 1, 12, 40, 120] {
                    for form in [DifferenceLines.Form.sideBySide, .unified] {
                        let comparison = ComparisonScene.comparison(prompt(old), prompt(new), effects: [], runs: nil)
                        let text = text(comparison, form, width: width, isFolded: false)
                        let position = text.moved(.init(), by: 3, height: 4)
                        let canvas = canvas(text, position, width: width, height: 9)
                        for row in 0..<canvas.height { #expect(Text.width(of: canvas.text(row: row)) == width) }
                    }
                }
            }
        }
    }
}
