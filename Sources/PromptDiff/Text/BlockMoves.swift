/// Blocks of lines that were taken out in one place and put in at another, unchanged.
struct BlockMoves {
    /// New place by old line.
    private(set) var target: [Int: Int] = [:]
    /// Old place by new line.
    private(set) var source: [Int: Int] = [:]

    /// The lines of all blocks.
    var lines: [Match] { target.map { Match(old: $0.key, new: $0.value) }.sorted { $0.old < $1.old } }

    /// Blocks with fewer bytes are no moves: a closing brace is put in and taken out everywhere.
    private static let leastBytes = 24
    /// Lines that were put in more often than that do not begin a block.
    private static let mostPlaces = 8

    /// Finds the longest blocks among the lines of `hunks`.
    init(_ old: LinedText, _ oldSymbols: [Int32], _ new: LinedText, _ newSymbols: [Int32], _ hunks: [Hunk]) {
        var places: [Int32: [Int]] = [:]
        var isOpen = Array(repeating: false, count: newSymbols.count)
        for hunk in hunks where !hunk.new.isEmpty {
            for line in hunk.new where new.lines[line].number != nil {
                isOpen[line] = true
                if !new.lines[line].range.isEmpty { places[newSymbols[line], default: []].append(line) }
            }
        }
        guard !places.isEmpty else { return }
        for hunk in hunks {
            var line = hunk.old.lowerBound
            while line < hunk.old.upperBound {
                var best = (start: 0, count: 0, bytes: 0)
                let candidates = places[oldSymbols[line]] ?? []
                for start in candidates.prefix(Self.mostPlaces) where isOpen[start] {
                    var (count, bytes) = (0, 0)
                    while line + count < hunk.old.upperBound, start + count < newSymbols.count, isOpen[start + count],
                        oldSymbols[line + count] == newSymbols[start + count]
                    {
                        bytes += old.lines[line + count].range.count
                        count += 1
                    }
                    if bytes > best.bytes { best = (start, count, bytes) }
                }
                guard best.bytes >= Self.leastBytes else {
                    line += 1
                    continue
                }
                for step in 0..<best.count {
                    target[line + step] = best.start + step
                    source[best.start + step] = line + step
                    isOpen[best.start + step] = false
                }
                line += best.count
            }
        }
    }
}
