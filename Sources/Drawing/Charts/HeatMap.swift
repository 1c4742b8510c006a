/// Intensities as shades, one cell each, a row for each line: `··░░▒▒▓▓█`. What is missing is blank.
public struct HeatMap: Sendable {
    /// Intensities from 0 to 1, the first row on top; nil is missing.
    public var rows: [[Double?]]

    /// A map of these intensities.
    public init(_ rows: [[Double?]]) { self.rows = rows }

    /// Draws the map, each row over the full width of the rectangle.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        for (y, row) in rows.prefix(rect.height).enumerated() {
            canvas.write(Self.strip(row, width: rect.width), in: rect, row: y)
        }
    }

    /// One row in exactly `width` cells; of intensities that share a cell the largest is shown.
    public static func strip(_ intensities: [Double?], width: Int) -> StyledText {
        let width = max(0, width)
        let count = intensities.count
        var text = StyledText()
        for column in 0..<width {
            let first = column * count / width
            let last = max(first + 1, (column + 1) * count / width)
            let shared = intensities[min(first, count)..<min(last, count)]
            let largest = shared.compactMap { $0.flatMap { $0.isFinite ? $0 : nil } }.max()
            let (shade, role) = shade(largest)
            text.append(shade, Style(role))
        }
        return text
    }

    private static func shade(_ intensity: Double?) -> (String, Role) {
        guard let intensity else { return (" ", .text) }
        switch intensity {
        case ..<0.2: return ("·", .textMuted)
        case ..<0.4: return ("░", .chartHeat1)
        case ..<0.6: return ("▒", .chartHeat2)
        case ..<0.8: return ("▓", .chartHeat3)
        default: return ("█", .chartHeat4)
        }
    }
}
