import Comparison
import Drawing

/// Where the parts of a comparison stand:
/// ```
/// Prompts › support-answer › 6 ⇄ 7
/// ✖ DO NOT SHIP 7  worse: …
/// text of both
/// facts
/// effect
/// ```
struct ComparisonLayout {
    let title: Rect
    let advice: Rect
    /// The frame around the text in a wide window, else the room of the text.
    let textFrame: Rect
    let text: Rect
    let facts: Rect
    let effectFrame: Rect
    let effect: Rect
    let sources: Rect
    let isFramed: Bool

    /// - Parameters:
    ///   - facts: lines of them.
    ///   - effect: lines of the forest.
    ///   - adviceLines: lines of the advice.
    init(facts: Int, effect: Int, adviceLines: Int, in pane: Rect, _ width: CanvasSize.WidthClass) {
        isFramed = width != .narrow
        let (head, body) = pane.splitTop(1 + adviceLines)
        (title, advice) = head.splitTop(1)
        // The text keeps more than half of the room.
        let (upper, lower) = body.splitBottom(min(effect + 2, max(4, body.height * 7 / 16)))
        effectFrame = lower
        let inside = isFramed ? lower.inset() : lower.splitTop(1).rest
        if isFramed {
            (self.effect, sources) = (inside, Rect(width: 0, height: 0))
        } else {
            (self.effect, sources) = inside.splitBottom(1)
        }
        let (above, below) = upper.splitBottom(min(facts, max(1, upper.height / 3)))
        self.facts = below
        textFrame = above
        text = isFramed ? above.inset() : above.splitTop(1).rest
    }
}

extension ConsoleState {
    /// Where things stand now; nil while nothing is known.
    var comparisonLayout: ComparisonLayout? {
        guard let answer = comparison?.answer else { return nil }
        let pane = ScreenLayout(size).pane
        let facts = ComparisonFacts(answer.comparison.difference).lines(
            width: pane.width - 2, settingLines: settingLines, glyphs: glyphs
        ).count
        let advice = answer.comparison.advice.text.wrapped(width: pane.width - 2, glyphs: glyphs).count
        return ComparisonLayout(
            facts: facts, effect: EffectPanel(answer.comparison).height, adviceLines: min(2, advice), in: pane,
            size.widthClass)
    }

    /// Lines that the settings may take under the text; below it they stand in full.
    var settingLines: Int { size.widthClass == .narrow ? 1 : 2 }

    /// The text of the comparison as it is looked at.
    var comparisonText: ComparisonText? {
        guard let layout = comparisonLayout else { return nil }
        return comparison?.text(width: layout.text.width, glyphs: glyphs, isNarrow: size.widthClass == .narrow)
    }
}
