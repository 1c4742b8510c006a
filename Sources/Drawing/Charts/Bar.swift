/// A share of one as a horizontal bar of eighth blocks.
public struct Bar: Sendable {
    /// From 0 to 1; nil is missing.
    public var fraction: Double?

    /// A bar of this share, clamped to 0 and 1.
    public init(_ fraction: Double?) { self.fraction = fraction }

    /// The bar in exactly `width` cells, blanks behind it. Something above zero is always visible.
    public func text(width: Int, role: Role = .chartSeries1) -> StyledText {
        let width = max(0, width)
        guard let fraction, fraction.isFinite else {
            return StyledText(String(repeating: " ", count: width), role)
        }
        let share = min(max(fraction, 0), 1)
        let eighths = max(Int((share * Double(width * 8)).rounded()), share > 0 && width > 0 ? 1 : 0)
        var text = String(repeating: "█", count: eighths / 8)
        if eighths % 8 > 0 { text.unicodeScalars.append(Self.parts[eighths % 8]) }
        let used = eighths / 8 + (eighths % 8 > 0 ? 1 : 0)
        return StyledText(text + String(repeating: " ", count: width - used), role)
    }

    private static let parts: [Unicode.Scalar] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
}

extension Bar {
    /// The block that fills `height` (0 to 1) of a cell from below.
    static func level(_ height: Double) -> Unicode.Scalar {
        let blocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
        return blocks[Int((min(max(height, 0), 1) * Double(blocks.count - 1)).rounded())]
    }
}
