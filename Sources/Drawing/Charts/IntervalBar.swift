/// An interval about an estimate on a common axis, as gates and comparisons show it: `├──●──┤   │`.
public struct IntervalBar: Sendable {
    /// Lower end.
    public var lower: Double
    /// The estimate between the ends.
    public var estimate: Double
    /// Upper end.
    public var upper: Double
    /// What the left and the right edge of the drawing stand for.
    public var axis: ClosedRange<Double>
    /// The value of no difference, drawn as `│`.
    public var reference: Double?
    /// The value that must not be crossed, drawn as `┆`.
    public var limit: Double?
    /// What the interval means: better, worse, undecided.
    public var role: Role

    /// An interval on an axis.
    public init(
        lower: Double, estimate: Double, upper: Double, axis: ClosedRange<Double>, reference: Double? = 0,
        limit: Double? = nil, role: Role = .text
    ) {
        self.lower = lower
        self.estimate = estimate
        self.upper = upper
        self.axis = axis
        self.reference = reference
        self.limit = limit
        self.role = role
    }

    /// The drawing in exactly `width` cells. Ends beyond the axis are cut off, without their bracket.
    public func text(width: Int) -> StyledText {
        guard width > 0 else { return StyledText() }
        var cells = Array(repeating: (sign: Unicode.Scalar(" "), style: Style.text), count: width)
        func put(_ sign: Unicode.Scalar, at value: Double?, _ style: Style) {
            if let value, let column = column(of: value, width: width) { cells[column] = (sign, style) }
        }
        put("│", at: reference, Style(.chartAxis))
        put("┆", at: limit, Style(.chartThreshold))
        if lower.isFinite, upper.isFinite, estimate.isFinite, lower <= upper,
            upper >= axis.lowerBound, lower <= axis.upperBound
        {
            let first = column(of: max(lower, axis.lowerBound), width: width) ?? 0
            let last = column(of: min(upper, axis.upperBound), width: width) ?? width - 1
            for column in min(first, last)...max(first, last) where cells[column].sign == " " {
                cells[column] = ("─", Style(role))
            }
            put("├", at: lower, Style(role))
            put("┤", at: upper, Style(role))
            put("●", at: estimate, Style(role, .bold))
        }
        var text = StyledText()
        for cell in cells { text.append(String(Character(cell.sign)), cell.style) }
        return text
    }

    private func column(of value: Double, width: Int) -> Int? {
        let extent = axis.upperBound - axis.lowerBound
        guard value.isFinite, axis.contains(value), extent > 0, extent.isFinite else { return nil }
        return Int(((value - axis.lowerBound) / extent * Double(width - 1)).rounded())
    }
}
