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

    private var steps: [UInt8] = []
    /// By new element, of the row before and of this row: the best sum, and the best sum that ends with a match here.
    private var best: [Int32] = []
    private var matched: [Int32] = []

    /// The matches, last first, as indices of the two slices.
    mutating func matches(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>, _ weights: [Int32]) -> [Match] {
        let width = new.count + 1
        steps.removeAll(keepingCapacity: true)
        steps.append(contentsOf: repeatElement(Step.skipNew, count: width))
        best.removeAll(keepingCapacity: true)
        best.append(contentsOf: repeatElement(0, count: width))
        matched.removeAll(keepingCapacity: true)
        matched.append(contentsOf: repeatElement(Self.impossible, count: width))
        for symbol in old {
            let weight = weights[Int(symbol)]
            var (cornerBest, cornerMatched) = (best[0], matched[0])
            steps.append(Step.skipOld)
            var column = 1
            for other in new {
                var step = Step.skipOld
                var sum = best[column]
                if best[column - 1] > sum { (sum, step) = (best[column - 1], Step.skipNew) }
                var here = Self.impossible
                if symbol == other {
                    let follows = cornerMatched + Self.neighbours > cornerBest
                    here = weight + (follows ? cornerMatched + Self.neighbours : cornerBest)
                    if here >= sum { (sum, step) = (here, Step.match) }
                    if follows { step |= Step.continues }
                }
                (cornerBest, cornerMatched) = (best[column], matched[column])
                (best[column], matched[column]) = (sum, here)
                steps.append(step)
                column += 1
            }
        }
        return trace(old, new, width)
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
