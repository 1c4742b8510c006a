/// A box of lines with labels in its edges: `┌ title ──── trailing ┐`.
public struct Frame: Sendable {
    /// In the upper edge on the left.
    public var title: StyledText
    /// In the upper edge on the right.
    public var trailing: StyledText
    /// In the lower edge on the left.
    public var footer: StyledText
    /// In the lower edge on the right.
    public var footerTrailing: StyledText
    /// Whether keys go to what is inside.
    public var isFocused: Bool

    /// A frame with the labels given. A title in plain text takes the role `title`.
    public init(
        title: StyledText = "", trailing: StyledText = "", footer: StyledText = "", footerTrailing: StyledText = "",
        isFocused: Bool = false
    ) {
        self.title = title.replacing(.text, with: .title)
        self.trailing = trailing
        self.footer = footer
        self.footerTrailing = footerTrailing
        self.isFocused = isFocused
    }

    /// Draws the lines and labels; labels that do not fit are cut, on the right ones first left out.
    /// - Returns: the inside.
    @discardableResult
    public func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
        let style = Style(isFocused ? .frameFocused : .frame)
        guard rect.width >= 2, rect.height >= 2 else { return Rect(x: rect.x, y: rect.y, width: 0, height: 0) }
        let top = rect.splitTop(1).top
        let bottom = rect.splitBottom(1).bottom
        canvas.fill(top, with: "─", style: style)
        canvas.fill(bottom, with: "─", style: style)
        canvas.fill(rect.splitLeft(1).left, with: "│", style: style)
        canvas.fill(rect.splitLeft(rect.width - 1).rest, with: "│", style: style)
        let corners: [(Unicode.Scalar, Int, Int)] = [
            ("┌", rect.x, rect.y), ("┐", rect.maxX - 1, rect.y), ("└", rect.x, rect.maxY - 1),
            ("┘", rect.maxX - 1, rect.maxY - 1),
        ]
        for (sign, x, y) in corners {
            canvas.fill(Rect(x: x, y: y, width: 1, height: 1), with: sign, style: style)
        }
        drawLabels(title, trailing, in: top.inset(horizontal: 1, vertical: 0), on: &canvas)
        drawLabels(footer, footerTrailing, in: bottom.inset(horizontal: 1, vertical: 0), on: &canvas)
        return rect.inset()
    }

    private func drawLabels(_ left: StyledText, _ right: StyledText, in edge: Rect, on canvas: inout Canvas) {
        guard edge.width >= 3 else { return }
        var used = 0
        if !left.isEmpty {
            let label = StyledText(" ") + left + StyledText(" ")
            used = canvas.write(label, in: edge)
        }
        let width = right.width(in: canvas.glyphs) + 2
        guard !right.isEmpty, width <= edge.width - used else { return }
        canvas.write(StyledText(" ") + right + StyledText(" "), in: edge, column: edge.width - width)
    }
}
