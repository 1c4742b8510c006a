import Drawing

extension DifferenceLines {
    /// Draws lines from top to bottom; sides stand left and right of a line in the middle.
    public static func draw(_ lines: some Sequence<Line>, in rect: Rect, on canvas: inout Canvas) {
        for (row, line) in lines.enumerated() where row < rect.height {
            let target = Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1)
            switch line {
            case .whole(let text): canvas.write(text, in: target)
            case .sides(let left, let right):
                let (leftRect, rest) = target.splitLeft((rect.width - 1) / 2)
                canvas.write(left, in: leftRect)
                canvas.write(StyledText("│", .frame), in: rest)
                canvas.write(right, in: rest.splitLeft(1).rest)
            }
        }
    }
}
