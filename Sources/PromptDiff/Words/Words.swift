/// The words of some lines of a text: words, numbers and punctuation, without the white space between them.
struct Words {
    /// Place in the bytes of the text.
    private(set) var ranges: [Range<Int>] = []
    /// What each says, as a number.
    private(set) var symbols: [Int32] = []
    /// How many letters and digits each has; an ideograph counts as three.
    private(set) var letters: [Int32] = []
    /// Index of the line on which each stands.
    private(set) var lines: [Int] = []

    var count: Int { ranges.count }

    /// Adds the words of some lines.
    ///
    /// - Returns: the indices of the words that were added.
    mutating func append(_ newLines: [Int], of text: LinedText, table: inout SymbolTable) -> Range<Int> {
        let start = count
        text.bytes.withUnsafeBytes { bytes in
            for line in newLines {
                var scanner = WordScanner(bytes, text.lines[line].range)
                while let word = scanner.next() {
                    ranges.append(word.range)
                    letters.append(word.letters)
                    symbols.append(table.symbol(of: UnsafeRawBufferPointer(rebasing: bytes[word.range])))
                    lines.append(line)
                }
            }
        }
        return start..<count
    }

    /// What it is worth that a word corresponds: little for punctuation, more for long words.
    func weigh(into weights: inout [Int32]) {
        for (symbol, letters) in zip(symbols, letters) { weights[Int(symbol)] = 2 + 2 * min(letters, 12) }
    }
}
