import Drawing

extension Notice {
    /// Draws the notice over the line above the footer.
    func draw(in rect: Rect, on canvas: inout Canvas) {
        let sign = kind == .failed ? StyledText("▲ ", .statusWarning) : StyledText("✓ ", .statusOk)
        Toast(sign + StyledText(text)).draw(in: rect, on: &canvas)
    }
}
