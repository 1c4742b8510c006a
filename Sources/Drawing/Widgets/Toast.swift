/// A message of one line over the lower right corner, which takes no key and soon is gone.
public struct Toast: Sendable {
    /// What it says.
    public var message: StyledText

    /// A message.
    public init(_ message: StyledText) { self.message = message }

    /// Draws the message in the last row of `rect`.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let row = rect.splitBottom(1).bottom
        let width = min(message.width(in: canvas.glyphs) + 2, row.width)
        let area = row.splitLeft(row.width - width).rest
        canvas.fill(area)
        canvas.write(message, in: area.inset(horizontal: 1, vertical: 0))
        canvas.lay(area, on: .toast)
    }
}
