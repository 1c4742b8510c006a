/// What of two texts corresponds, before it is laid out in rows.
struct Correspondence {
    /// Lines that belong beside each other, in the order of both sides.
    var lines: [Match] = []
    /// Lines of blocks that moved; none of them is among `lines`.
    var moved: [Match] = []
    var oldHighlights: [Highlight] = []
    var newHighlights: [Highlight] = []
    var isCoarse = false

    /// The same seen from the other side.
    var mirrored: Correspondence {
        Correspondence(
            lines: lines.map { Match(old: $0.new, new: $0.old) }, moved: moved.map { Match(old: $0.new, new: $0.old) },
            oldHighlights: newHighlights, newHighlights: oldHighlights, isCoarse: isCoarse)
    }

    /// The rows from top to bottom: between lines that belong beside each other first what was removed, then what was added.
    func rows(_ old: LinedText, _ new: LinedText) -> [RowPairing] {
        var rows: [RowPairing] = []
        rows.reserveCapacity(max(old.lines.count, new.lines.count))
        var (nextOld, nextNew) = (0, 0)
        func flush(to oldEnd: Int, _ newEnd: Int) {
            rows += (nextOld..<max(nextOld, oldEnd)).map(RowPairing.removed)
            rows += (nextNew..<max(nextNew, newEnd)).map(RowPairing.added)
            (nextOld, nextNew) = (oldEnd + 1, newEnd + 1)
        }
        for pair in lines {
            flush(to: pair.old, pair.new)
            let isSame = old.bytes[old.lines[pair.old].range].elementsEqual(new.bytes[new.lines[pair.new].range])
            rows.append(
                isSame ? .same(old: pair.old, new: pair.new) : .changed(old: pair.old, new: pair.new))
        }
        flush(to: old.lines.count, new.lines.count)
        return rows
    }
}
