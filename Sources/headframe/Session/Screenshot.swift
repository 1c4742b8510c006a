import Console
import Drawing

/// The screen as text.
enum Screenshot {
    /// The rows of the canvas.
    static func text(_ canvas: Canvas) -> String {
        (0..<canvas.height).map { canvas.text(row: $0) }.joined(separator: "\n")
    }

    /// Writes the screen to a file that is not there yet; what became of it.
    static func save(_ canvas: Canvas, to path: String) -> Notice {
        NewFile.write(text(canvas), to: path).map { Notice(.failed, "screen not saved to \(path): \($0)") }
            ?? Notice(.done, "screen saved to \(path)")
    }
}
