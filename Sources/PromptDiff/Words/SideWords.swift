/// The words of one side of a hunk.
struct SideWords {
    let side: HunkSide
    let words: Words
    /// Which of `words`.
    let range: Range<Int>

    /// The words in `range`, which are those of the lines of `side`.
    init(_ side: HunkSide, _ words: Words, _ range: Range<Int>) {
        (self.side, self.words, self.range) = (side, words, range)
    }

    /// What a word counts when it is asked how similar lines are: its letters, and one for itself.
    func size(_ word: Int) -> Int { Int(words.letters[word]) + 1 }

    /// What some words count together.
    func size(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + size($1) } }

    /// What the words of each line count together, by line.
    var lineSizes: [Int: Int] {
        var sizes: [Int: Int] = [:]
        for word in range { sizes[words.lines[word], default: 0] += size(word) }
        return sizes
    }

    /// The bytes between the end of the word before `range` and the beginning of the word behind it, to the ends of the hunk where there
    /// are no such words.
    func surroundings(of range: Range<Int>) -> Range<Int> {
        let lines = side.text.lines
        let start =
            range.lowerBound > self.range.lowerBound
            ? words.ranges[range.lowerBound - 1].upperBound : side.lines.first.map { lines[$0].range.lowerBound }
        let end =
            range.upperBound < self.range.upperBound
            ? words.ranges[range.upperBound].lowerBound : side.lines.last.map { lines[$0].range.upperBound }
        guard let start, let end, start <= end else { return 0..<0 }
        return start..<end
    }
}
