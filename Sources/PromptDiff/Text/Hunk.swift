/// Lines of both sides between two pairs of lines that are the same.
struct Hunk {
    let old: Range<Int>
    let new: Range<Int>

    /// All that lies between the matches, in order.
    static func between(_ matches: [Match], _ oldCount: Int, _ newCount: Int) -> [Hunk] {
        var hunks: [Hunk] = []
        var (old, new) = (0, 0)
        for match in matches + [Match(old: oldCount, new: newCount)] {
            if old < match.old || new < match.new { hunks.append(Hunk(old: old..<match.old, new: new..<match.new)) }
            (old, new) = (match.old + 1, match.new + 1)
        }
        return hunks
    }
}
