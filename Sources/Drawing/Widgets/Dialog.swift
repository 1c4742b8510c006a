/// A framed box over the middle of the screen.
public struct Dialog: Sendable {
    /// In the upper edge.
    public var title: StyledText
    /// What it says; long lines are wrapped.
    public var body: [StyledText]
    /// Keys and what they do, in the lower edge.
    public var footer: StyledText
    /// Cells wanted across, frame included; the text decides the height.
    public var width: Int
    /// Blank rows kept under the text, for a text field.
    public var extraRows: Int

    /// A dialog as wide as given, as high as its text needs.
    public init(
        title: StyledText, body: [StyledText], footer: StyledText = "", width: Int = 60, extraRows: Int = 0
    ) {
        self.title = title
        self.body = body
        self.footer = footer
        self.width = width
        self.extraRows = max(0, extraRows)
    }

    /// Draws the dialog in the middle of `rect`, smaller if it does not fit.
    /// - Returns: the blank rows under the text.
    @discardableResult
    public func draw(in rect: Rect, on canvas: inout Canvas) -> Rect {
        let textWidth = min(width, rect.width) - 4
        let lines = body.flatMap { $0.wrapped(width: textWidth, glyphs: canvas.glyphs) }
        let box = rect.centred(width: width, height: lines.count + min(extraRows, Rect.limit) + 2)
        canvas.fill(box)
        let frame = Frame(title: title, footer: footer, isFocused: true)
        let inside = frame.draw(in: box, on: &canvas).inset(horizontal: 1, vertical: 0)
        for (row, line) in lines.prefix(inside.height).enumerated() { canvas.write(line, in: inside, row: row) }
        canvas.lay(box, on: .dialog)
        return inside.splitTop(lines.count).rest
    }
}
