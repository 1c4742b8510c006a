/// The words of some lines of a text, without the white space between them.
struct WordList {
    private(set) var words: [Word] = []

    /// Adds the words of some lines.
    ///
    /// - Returns: the indices of the words that were added.
    mutating func append(_ lines: [Int], of text: LinedText, table: inout SymbolTable) -> Range<Int> {
        let start = words.count
        text.bytes.withUnsafeBytes { bytes in
            for line in lines {
                var scanner = WordScanner(bytes, text.lines[line].range)
                while let (range, letters) = scanner.next() {
                    let symbol = table.symbol(of: UnsafeRawBufferPointer(rebasing: bytes[range]))
                    words.append(Word(range: range, symbol: symbol, letters: letters, line: line))
                }
            }
        }
        return start..<words.count
    }

    /// What it is worth that a word corresponds: little for punctuation, more for long words.
    func weigh(into weights: inout [Int32]) {
        for word in words { weights[Int(word.symbol)] = 2 + 2 * min(word.letters, 12) }
    }
}
