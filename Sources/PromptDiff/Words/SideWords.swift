/// The words of one side of a hunk.
struct SideWords {
    let side: HunkSide
    /// All words of the text that are compared.
    let words: [Word]
    /// Which of `words` are those of the hunk.
    let range: Range<Int>

    /// The words in `range`, which are those of the lines of `side`.
    init(_ side: HunkSide, _ words: [Word], _ range: Range<Int>) {
        (self.side, self.words, self.range) = (side, words, range)
    }

    /// What some words count together.
    func size(_ range: Range<Int>) -> Int {
        var size = 0
        for word in range { size += words[word].size }
        return size
    }

    /// The bytes between the end of the word before `range` and the beginning of the word behind it, to the ends of the hunk where there
    /// are no such words.
    func surroundings(of range: Range<Int>) -> Range<Int> {
        let lines = side.text.lines
        let start =
            range.lowerBound > self.range.lowerBound
            ? words[range.lowerBound - 1].range.upperBound : side.lines.first.map { lines[$0].range.lowerBound }
        let end =
            range.upperBound < self.range.upperBound
            ? words[range.upperBound].range.lowerBound : side.lines.last.map { lines[$0].range.upperBound }
        guard let start, let end, start <= end else { return 0..<0 }
        return start..<end
    }
}
