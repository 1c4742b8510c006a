import Comparison
import Domain
import Drawing

/// A comparison of two versions as one page that needs nothing else, for a pull request: whether to ship, the text of both, the effect, and
/// the largest losses; drawn as the screen draws them.
public struct ComparisonReport {
    let comparison: PromptComparison

    /// The report on a comparison.
    public init(_ comparison: PromptComparison) { self.comparison = comparison }

    /// Columns of the page.
    private static let width = 140
    /// Rows of one block; a longer text takes several.
    static let blockHeight = 500
    /// Lines of text on the page; what is beyond is said to be left out.
    static let mostLines = 20_000
    /// Questions with both answers.
    private static let mostLosses = 10

    /// The page.
    public var html: String {
        var page = CanvasPage()
        let title = HTMLText.escaped(
            Text.sanitized("\(comparison.name) \(comparison.old.name) → \(comparison.new.name)"))
        var body = "<h1>\(title)</h1>\n"
        body += page.html(canvas(comparison.advice.text.wrapped(width: Self.width)))
        body += "<h2>Text</h2>\n"
        body += page.html(canvas([versions]))
        for block in text() { body += page.html(block) }
        body += page.html(
            canvas(ComparisonFacts(comparison.difference).lines(width: Self.width, settingLines: 1, glyphs: .braille)))
        body +=
            "<h2>Effect of \(HTMLText.escaped(comparison.new.name)) against \(HTMLText.escaped(comparison.old.name))</h2>\n"
        let panel = EffectPanel(comparison)
        var effect = Canvas(width: Self.width, height: panel.height)
        panel.draw(in: effect.bounds, on: &effect)
        body += page.html(effect) + page.html(canvas([panel.sources]))
        let losses = (comparison.runs?.items ?? []).filter { $0.standing == .loss }
        if !losses.isEmpty {
            body += "<h2>Largest losses, \(min(losses.count, Self.mostLosses)) of \(losses.count)</h2>\n"
            for item in losses.prefix(Self.mostLosses) {
                let text = BehaviourText(
                    item, old: comparison.old.name, new: comparison.new.name, form: .sideBySide, width: Self.width,
                    glyphs: .braille)
                body += page.html(canvas(text.lines(width: Self.width, glyphs: .braille)))
            }
        }
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>\(title)</title>
            <style>
            body { margin: 1.5em; font-family: system-ui, sans-serif; }
            pre { font-family: ui-monospace, monospace; line-height: 1.3; overflow-x: auto; margin: 0 0 1em; }
            h1 { font-size: 1.3em; } h2 { font-size: 1.1em; }
            \(page.styleSheet)</style>
            </head>
            <body>
            \(body)</body>
            </html>

            """
    }

    private var versions: StyledText {
        StyledText(comparison.old.name, .textStrong) + StyledText(" · \(comparison.old.facts)  →  ", .textMuted)
            + StyledText(comparison.new.name, .textStrong) + StyledText(" · \(comparison.new.facts)", .textMuted)
    }

    /// The text of both versions in blocks.
    private func text() -> [Canvas] {
        let text = ComparisonText(
            comparison.difference, form: .sideBySide, showsWords: true, isFolded: true, width: Self.width,
            glyphs: .braille)
        var lines = text.lines(atMost: Self.mostLines)
        if lines.count == Self.mostLines {
            lines.append(.whole(StyledText("… the rest is left out: headframe prompt diff shows it", .textMuted)))
        }
        return stride(from: 0, to: lines.count, by: Self.blockHeight).map { start in
            canvas(Array(lines[start..<min(start + Self.blockHeight, lines.count)]))
        }
    }

    private func canvas(_ lines: [StyledText]) -> Canvas { canvas(lines.map(DifferenceLines.Line.whole)) }

    func canvas(_ lines: [DifferenceLines.Line], width: Int = Self.width) -> Canvas {
        var canvas = Canvas(width: width, height: lines.count)
        DifferenceLines.draw(lines, in: canvas.bounds, on: &canvas)
        return canvas
    }
}
