/// An element of the old sequence and one of the new that correspond.
struct Match: Hashable {
    let old: Int
    let new: Int
}

/// The longest selection of `matches`, which come in the order of the old sequence, that is in the order of the new one too.
func longestIncreasing(_ matches: [Match]) -> [Match] {
    /// For each length the index of the match with which the selection of that length ends earliest.
    var ends: [Int] = []
    var before = Array(repeating: -1, count: matches.count)
    for (index, match) in matches.enumerated() {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if matches[ends[middle]].new < match.new { low = middle + 1 } else { high = middle }
        }
        if low > 0 { before[index] = ends[low - 1] }
        if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var selection: [Match] = []
    var index = ends.last ?? -1
    while index >= 0 {
        selection.append(matches[index])
        index = before[index]
    }
    return selection.reversed()
}
