/// A sum for each line of a hunk.
struct LineSizes {
    private let first: Int
    private var sizes: [Int]

    /// Nothing yet for the lines of `side`.
    init(_ side: HunkSide) {
        first = side.lines.first ?? 0
        sizes = Array(repeating: 0, count: (side.lines.last ?? first) - first + 1)
    }

    /// What all words of each line count together.
    init(_ words: SideWords) {
        self.init(words.side)
        for word in words.words[words.range] { self[word.line] += word.size }
    }

    /// The sum of a line of the hunk.
    subscript(line: Int) -> Int {
        get { sizes[line - first] }
        set { sizes[line - first] = newValue }
    }
}
