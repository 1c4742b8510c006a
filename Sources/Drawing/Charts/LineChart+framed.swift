extension LineChart {
    /// The chart in a frame: title on the left, legend on the right, the first and last moment below.
    /// - Parameters:
    ///   - title: what is measured, with its unit: `Latency, s`.
    ///   - start: label of the left edge, such as `02:57`.
    ///   - end: label of the right edge.
    ///   - note: replaces the legend, such as `budget 60`.
    public func drawFramed(
        title: StyledText, from start: String, to end: String, note: StyledText? = nil, isFocused: Bool = false,
        in rect: Rect, on canvas: inout Canvas
    ) {
        let frame = Frame(
            title: title, trailing: note ?? legend, footer: StyledText(start, .chartAxis),
            footerTrailing: StyledText(end, .chartAxis), isFocused: isFocused)
        draw(in: frame.draw(in: rect, on: &canvas), on: &canvas)
    }
}
