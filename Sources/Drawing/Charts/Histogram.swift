/// Two distributions over the same bins side by side: a reference as shade `░` and the present as blocks `█`.
public struct Histogram: Sendable {
    /// The reference's share of each bin, of any scale; negative and non-finite count as zero.
    public var reference: [Double]
    /// The present's share of each bin.
    public var current: [Double]

    /// Two distributions; bins that one of them lacks are empty.
    public init(reference: [Double], current: [Double]) {
        self.reference = reference
        self.current = current
    }

    /// Draws the bars from the lower edge; both share one scale.
    public func draw(in rect: Rect, on canvas: inout Canvas) {
        let bins = min(max(reference.count, current.count), rect.width / 2)
        let largest = max(Self.largest(reference), Self.largest(current))
        guard bins > 0, largest > 0 else {
            canvas.write("no data", in: rect, row: rect.height / 2, style: .muted, alignment: .centre)
            return
        }
        let barWidth = max(1, min(rect.width / bins / 2, 4))
        for bin in 0..<bins {
            let x = bin * 2 * barWidth
            drawBar(reference, bin, of: bins, x, barWidth, largest, "░", .rolloutBaseline, in: rect, on: &canvas)
            drawBar(current, bin, of: bins, x + barWidth, barWidth, largest, "█", .rolloutCanary, in: rect, on: &canvas)
        }
    }

    private func drawBar(
        _ shares: [Double], _ bin: Int, of bins: Int, _ x: Int, _ width: Int, _ largest: Double, _ sign: Unicode.Scalar,
        _ role: Role, in rect: Rect, on canvas: inout Canvas
    ) {
        // Bins beyond the width are joined, the largest of them being shown.
        let count = max(reference.count, current.count)
        let joined = shares[min(bin * count / bins, shares.count)..<min((bin + 1) * count / bins, shares.count)]
        let height = Self.largest(Array(joined)) / largest * Double(rect.height)
        let rows = Int(height.rounded(.up))
        let bar = Rect(x: rect.x + x, y: rect.maxY - rows, width: width, height: rows)
        canvas.fill(bar.intersection(rect), with: sign, style: Style(role))
        if sign == "█" {
            let top = Bar.level(height - Double(rows - 1))
            canvas.fill(bar.splitTop(1).top.intersection(rect), with: top, style: Style(role))
        }
    }

    private static func largest(_ shares: [Double]) -> Double {
        shares.filter(\.isFinite).max().map { max(0, $0) } ?? 0
    }
}
