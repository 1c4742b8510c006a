import Drawing

/// Canvases as HTML: what stands on the screen, in the same places, for who reads it in a browser. All text is escaped.
struct CanvasPage {
    /// A class for each style that occurs.
    private var classes: [Style: Int] = [:]

    /// The canvas as preformatted text; blanks at the ends of lines are left out.
    mutating func html(_ canvas: Canvas) -> String {
        var html = "<pre>"
        for y in 0..<canvas.height {
            var pending = ""
            for run in canvas.styledText(row: y).runs {
                let (text, style) = (run.text, run.style)
                let isBlank = text.unicodeScalars.allSatisfy { $0 == " " }
                if isBlank, style == .text {
                    pending += text
                    continue
                }
                html += pending
                pending = ""
                html += style == .text ? HTMLText.escaped(text) : span(text, style)
            }
            html += "\n"
        }
        return html + "</pre>\n"
    }

    private mutating func span(_ text: String, _ style: Style) -> String {
        let number = classes[style] ?? classes.count
        classes[style] = number
        return "<span class=\"s\(number)\">\(HTMLText.escaped(text))</span>"
    }

    /// The colours of all styles that occurred, light or dark as the reader's system is.
    var styleSheet: String {
        rules(.light) + "@media (prefers-color-scheme: dark) {\n" + rules(.dark) + "}\n"
    }

    private func rules(_ theme: Theme) -> String {
        let palette = Palette(theme, depth: .truecolour)
        let text = palette.paint(for: .text)
        var rules = "body { \(Self.declarations(text, besides: nil)) }\n"
        for (style, number) in classes.sorted(by: { $0.value < $1.value }) {
            rules += ".s\(number) { \(Self.declarations(palette.paint(for: style), besides: text)) }\n"
        }
        return rules
    }

    private static func declarations(_ paint: Paint, besides text: Paint?) -> String {
        func colour(_ value: Int32) -> String {
            let digits = String(UInt32(bitPattern: value) & 0xFF_FFFF, radix: 16)
            return "#" + String(repeating: "0", count: 6 - digits.utf8.count) + digits
        }
        var parts = ["color: \(colour(paint.foreground))"]
        if paint.background != text?.background { parts.append("background: \(colour(paint.background))") }
        if paint.attributes.contains(.bold) { parts.append("font-weight: bold") }
        if paint.attributes.contains(.italic) { parts.append("font-style: italic") }
        if paint.attributes.contains(.underline) { parts.append("text-decoration: underline") }
        return parts.joined(separator: "; ")
    }
}
