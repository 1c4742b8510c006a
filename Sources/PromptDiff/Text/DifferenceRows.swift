/// The rows of a difference from top to bottom. A row is made when it is asked for, so a long text costs what is shown of it.
public struct DifferenceRows: RandomAccessCollection, Hashable, Sendable {
    let difference: TextDifference

    public var startIndex: Int { 0 }
    public var endIndex: Int { difference.pairings.count }

    public subscript(position: Int) -> DifferenceRow {
        switch difference.pairings[position] {
        case .same(let old, let new): .same(old: difference.old.line(old), new: difference.new.line(new))
        case .changed(let old, let new):
            .changed(
                old: difference.old.line(old, difference.oldHighlights),
                new: difference.new.line(new, difference.newHighlights))
        case .removed(let old):
            .removed(
                difference.old.line(old, difference.oldHighlights, role: .changed),
                movedTo: difference.movedTo[old].map(difference.new.place))
        case .added(let new):
            .added(
                difference.new.line(new, difference.newHighlights, role: .changed),
                movedFrom: difference.movedFrom[new].map(difference.old.place))
        }
    }
}

extension LinedText {
    fileprivate func place(_ index: Int) -> LinePlace {
        LinePlace(message: lines[index].message, number: lines[index].number)
    }

    /// The line cut at those of `highlights`, which are sorted, that lie on it. A line that names a role is of one `kind`.
    fileprivate func line(_ index: Int, _ highlights: [Highlight] = [], role kind: TextRun.Kind = .same) -> TextLine {
        let range = lines[index].range
        var runs: [TextRun] = []
        var place = range.lowerBound
        func add(to end: Int, _ kind: TextRun.Kind) {
            if place < end { runs.append(TextRun(text: text(place..<end), kind: kind)) }
            place = Swift.max(place, end)
        }
        guard lines[index].number != nil else {
            add(to: range.upperBound, kind)
            return TextLine(place: self.place(index), runs: runs)
        }
        for highlight in highlights[firstEnding(after: range.lowerBound, highlights)...] {
            guard highlight.range.lowerBound < range.upperBound else { break }
            add(to: highlight.range.lowerBound, .same)
            add(to: highlight.range.upperBound, highlight.kind)
        }
        add(to: range.upperBound, .same)
        return TextLine(place: self.place(index), runs: runs)
    }

    private func firstEnding(after place: Int, _ highlights: [Highlight]) -> Int {
        var (low, high) = (0, highlights.count)
        while low < high {
            let middle = (low + high) / 2
            if highlights[middle].range.upperBound <= place { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
