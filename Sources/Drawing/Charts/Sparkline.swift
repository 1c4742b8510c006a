/// The recent course of a value in one row of eighth blocks. Zero has a floor mark, what is missing is blank.
public struct Sparkline: Sendable {
    /// Samples at equal distances, the oldest first.
    public var samples: [Double?]
    /// What a full block stands for; nil takes the largest sample. The lower edge is zero.
    public var full: Double?

    /// A sparkline from zero to `full`.
    public init(_ samples: [Double?], full: Double? = nil) {
        self.samples = samples
        self.full = full
    }

    /// The line in at most `width` cells; of samples that share a cell the largest is shown.
    public func text(width: Int, role: Role = .chartSeries1) -> StyledText {
        let finite = samples.map { $0.flatMap { $0.isFinite ? $0 : nil } }
        let width = min(max(0, width), finite.count)
        let full = full ?? finite.compactMap { $0 }.max() ?? 0
        var scalars = String.UnicodeScalarView()
        for column in 0..<width {
            let shared = finite[column * finite.count / width..<(column + 1) * finite.count / width]
            scalars.append(Self.block(shared.compactMap { $0 }.max(), full: full))
        }
        return StyledText(String(scalars), role)
    }

    private static let blocks: [Unicode.Scalar] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    private static func block(_ sample: Double?, full: Double) -> Unicode.Scalar {
        guard let sample else { return " " }
        guard full > 0 else { return blocks[0] }
        let level = (min(max(sample / full, 0), 1) * Double(blocks.count - 1)).rounded()
        return blocks[Int(level)]
    }
}
