extension WordAlignment {
    /// Adds what differs to the highlights of each side.
    func highlight(_ oldHighlights: inout [Highlight], _ newHighlights: inout [Highlight]) {
        var (oldPen, newPen) = (HighlightPen(old.side), HighlightPen(new.side))
        var (oldEnd, newEnd) = (old.range.lowerBound, new.range.lowerBound)
        func draw(to oldStart: Int, _ newStart: Int) {
            let (oldGap, newGap) = (oldEnd..<oldStart, newEnd..<newStart)
            var oldPart = old.surroundings(of: oldGap)
            var newPart = new.surroundings(of: newGap)
            let kind: TextRun.Kind = oldGap.isEmpty && newGap.isEmpty ? .whitespace : .changed
            trim(&oldPart, &newPart)
            oldPen.draw(oldPart, oldGap.isEmpty ? .whitespace : kind, into: &oldHighlights)
            newPen.draw(newPart, newGap.isEmpty ? .whitespace : kind, into: &newHighlights)
        }
        for island in islands {
            draw(to: island.old.lowerBound, island.new.lowerBound)
            for step in 1..<max(1, island.old.count) {
                (oldEnd, newEnd) = (island.old.lowerBound + step, island.new.lowerBound + step)
                draw(to: oldEnd, newEnd)
            }
            (oldEnd, newEnd) = (island.old.upperBound, island.new.upperBound)
        }
        draw(to: old.range.upperBound, new.range.upperBound)
    }

    /// Takes off the white space with which both parts begin, and that with which both end.
    private func trim(_ oldPart: inout Range<Int>, _ newPart: inout Range<Int>) {
        let (oldBytes, newBytes) = (old.side.text.bytes, new.side.text.bytes)
        let oldStart = oldPart.prefix { isSpace(oldBytes[$0]) }
        let newStart = newPart.prefix { isSpace(newBytes[$0]) }
        if oldBytes[oldStart].elementsEqual(newBytes[newStart]) {
            oldPart = oldStart.endIndex..<oldPart.upperBound
            newPart = newStart.endIndex..<newPart.upperBound
        }
        let oldTail = oldPart.reversed().prefix { isSpace(oldBytes[$0]) }.count
        let newTail = newPart.reversed().prefix { isSpace(newBytes[$0]) }.count
        let (oldCut, newCut) = (oldPart.upperBound - oldTail, newPart.upperBound - newTail)
        if oldBytes[oldCut..<oldPart.upperBound].elementsEqual(newBytes[newCut..<newPart.upperBound]) {
            oldPart = oldPart.lowerBound..<oldCut
            newPart = newPart.lowerBound..<newCut
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
