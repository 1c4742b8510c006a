/// A rectangle of cells. Its sides never are negative and its numbers stay small, so that arithmetic on it cannot trap.
public struct Rect: Hashable, Sendable {
    /// Column of the left edge.
    public let x: Int
    /// Row of the upper edge.
    public let y: Int
    /// Columns, from 0 on.
    public let width: Int
    /// Rows, from 0 on.
    public let height: Int

    /// No coordinate or side goes beyond this.
    static let limit = 1 << 16

    /// Negative sides become 0; numbers beyond what any terminal has are clamped.
    public init(x: Int = 0, y: Int = 0, width: Int, height: Int) {
        self.x = min(max(x, -Self.limit), Self.limit)
        self.y = min(max(y, -Self.limit), Self.limit)
        self.width = min(max(width, 0), Self.limit)
        self.height = min(max(height, 0), Self.limit)
    }

    /// First column to the right.
    public var maxX: Int { x + width }
    /// First row below.
    public var maxY: Int { y + height }
    /// True when there is no cell in it.
    public var isEmpty: Bool { width == 0 || height == 0 }

    /// Whether the cell lies inside.
    public func contains(x: Int, y: Int) -> Bool {
        x >= self.x && x < maxX && y >= self.y && y < maxY
    }

    /// What both have in common; empty when nothing.
    public func intersection(_ other: Rect) -> Rect {
        let left = max(x, other.x)
        let top = max(y, other.y)
        return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
    }

    /// The rectangle without a margin on each side.
    public func inset(by margin: Int = 1) -> Rect { inset(horizontal: margin, vertical: margin) }

    /// The rectangle without margins left and right, above and below.
    public func inset(horizontal: Int, vertical: Int) -> Rect {
        let horizontal = min(max(horizontal, 0), Self.limit)
        let vertical = min(max(vertical, 0), Self.limit)
        return Rect(x: x + horizontal, y: y + vertical, width: width - 2 * horizontal, height: height - 2 * vertical)
    }

    /// The upper `rows` rows and the rest below; no more than there are.
    public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
        let rows = min(max(rows, 0), height)
        return (
            Rect(x: x, y: y, width: width, height: rows), Rect(x: x, y: y + rows, width: width, height: height - rows)
        )
    }

    /// The rest above and the lower `rows` rows; no more than there are.
    public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
        let rows = min(max(rows, 0), height)
        let parts = splitTop(height - rows)
        return (parts.top, parts.rest)
    }

    /// The left `columns` columns and the rest; no more than there are.
    public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
        let columns = min(max(columns, 0), width)
        return (
            Rect(x: x, y: y, width: columns, height: height),
            Rect(x: x + columns, y: y, width: width - columns, height: height)
        )
    }

    /// The rectangle cut into columns whose widths are as the weights; every cell is given away.
    public func columns(_ weights: [Int]) -> [Rect] {
        Self.shares(of: width, weights: weights).map {
            Rect(x: x + $0.lowerBound, y: y, width: $0.count, height: height)
        }
    }

    /// The rectangle cut into rows whose heights are as the weights; every cell is given away.
    public func rows(_ weights: [Int]) -> [Rect] {
        Self.shares(of: height, weights: weights).map {
            Rect(x: x, y: y + $0.lowerBound, width: width, height: $0.count)
        }
    }

    /// A rectangle of the given size (or smaller, if it does not fit) in the middle of this one.
    public func centred(width wanted: Int, height wantedHeight: Int) -> Rect {
        let innerWidth = min(max(wanted, 0), width)
        let innerHeight = min(max(wantedHeight, 0), height)
        return Rect(
            x: x + (width - innerWidth) / 2, y: y + (height - innerHeight) / 2, width: innerWidth, height: innerHeight)
    }

    private static func shares(of length: Int, weights: [Int]) -> [Range<Int>] {
        let weights = weights.map { min(max($0, 0), limit) }
        let total = weights.reduce(0, +)
        var before = 0
        return weights.map { weight in
            let start = total == 0 ? 0 : before * length / total
            before += weight
            return start..<(total == 0 ? 0 : before * length / total)
        }
    }
}
