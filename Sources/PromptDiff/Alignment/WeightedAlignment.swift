/// The alignment of two short sequences in which what corresponds weighs most: rare and long symbols more than frequent and short
/// ones, neighbours a little more than what is scattered. (Needleman and Wunsch 1970, with a second state for neighbours.)
///
/// Time and memory are the product of the lengths; the memory is kept for the next use.
struct WeightedAlignment {
    private enum Step {
        static let skipOld: UInt8 = 0
        static let skipNew: UInt8 = 1
        static let match: UInt8 = 2
        static let direction: UInt8 = 3
        /// The match before this one is its neighbour.
        static let continues: UInt8 = 4
    }

    /// What it is worth that two matches are neighbours.
    private static let neighbours: Int32 = 3
    private static let impossible: Int32 = -1 << 20

    /// How each cell was reached, row by row.
    private var steps: [UInt8] = []
    /// By new element: the best sums of the row before, overwritten by those of this row.
    private var cells: [Cell] = []

    private struct Cell {
        /// The best sum here.
        var best: Int32
        /// The best sum that ends with a match here.
        var matched: Int32
    }

    /// The matches, last first, as indices of the two slices.
    mutating func matches(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, _ weights: [Int32]) -> [Match] {
        let width = new.count + 1
        cells.removeAll(keepingCapacity: true)
        cells.append(contentsOf: repeatElement(Cell(best: 0, matched: Self.impossible), count: width))
        let size = width * (old.count + 1)
        if steps.count < size { steps += repeatElement(0, count: size - steps.count) }
        new.withUnsafeBufferPointer { new in
            cells.withUnsafeMutableBufferPointer { cells in
                steps.withUnsafeMutableBufferPointer { steps in
                    for (row, symbol) in old.enumerated() {
                        let steps = UnsafeMutableBufferPointer(
                            rebasing: steps[(row + 1) * width..<(row + 2) * width])
                        Self.fill(steps, cells, symbol, weights[Int(symbol)], new)
                    }
                }
            }
        }
        return trace(old, new, width)
    }

    /// Fills the row of `symbol`.
    private static func fill(
        _ steps: UnsafeMutableBufferPointer<UInt8>, _ cells: UnsafeMutableBufferPointer<Cell>, _ symbol: Int32,
        _ weight: Int32, _ new: UnsafeBufferPointer<Int32>
    ) {
        var corner = cells[0]
        var left = corner.best
        for (index, other) in new.enumerated() {
            let above = cells[index + 1]
            var step = Step.skipOld
            var cell = Cell(best: above.best, matched: impossible)
            if left > cell.best { (cell.best, step) = (left, Step.skipNew) }
            if symbol == other {
                let follows = corner.matched &+ neighbours > corner.best
                cell.matched = weight &+ (follows ? corner.matched &+ neighbours : corner.best)
                if cell.matched >= cell.best { (cell.best, step) = (cell.matched, Step.match) }
                if follows { step |= Step.continues }
            }
            steps[index + 1] = step
            cells[index + 1] = cell
            corner = above
            left = cell.best
        }
    }

    private func trace(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, _ width: Int) -> [Match] {
        var matches: [Match] = []
        var (row, column) = (old.count, new.count)
        var isMatch = false
        while row > 0, column > 0 {
            let step = steps[row * width + column]
            if isMatch || step & Step.direction == Step.match {
                matches.append(Match(old: old.startIndex + row - 1, new: new.startIndex + column - 1))
                isMatch = step & Step.continues != 0
                (row, column) = (row - 1, column - 1)
            } else if step & Step.direction == Step.skipOld {
                row -= 1
            } else {
                column -= 1
            }
        }
        return matches
    }
}
