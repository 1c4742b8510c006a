import Console
import Drawing
import Foundation

/// The screen as text.
enum Screenshot {
    /// The rows of the canvas.
    static func text(_ canvas: Canvas) -> String {
        (0..<canvas.height).map { canvas.text(row: $0) }.joined(separator: "\n")
    }

    /// Writes the screen to a file that is not there yet; what became of it.
    static func save(_ canvas: Canvas, to path: String) -> Notice {
        do {
            try Data((text(canvas) + "\n").utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
            return Notice(.done, "screen saved to \(path)")
        } catch {
            return Notice(.failed, "screen not saved to \(path): \(error.localizedDescription)")
        }
    }
}
