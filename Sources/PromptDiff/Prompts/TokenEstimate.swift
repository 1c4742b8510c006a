/// About how many tokens a text has, without the tokenizer of any one model. Always say "≈".
///
/// Byte-pair encodings follow the words of a text. A word of the Latin alphabet costs one token and a part of one for each letter beyond the
/// fourth; three digits cost one, a sign of punctuation nearly one, a run of line breaks one, a space nothing. Letters of other alphabets
/// and ideographs cost a part of a token each, everything else one for two bytes.
public struct TokenEstimate: Hashable, Sendable {
    /// Whole tokens, rounded.
    public var count: Int { (hundredths + 50) / 100 }
    private var hundredths = 0

    /// The estimate for `text`.
    public init(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    /// The estimate for bytes of valid UTF-8.
    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var scanner = WordScanner(bytes, 0..<bytes.count)
        var end = 0
        while let word = scanner.next() {
            addSpace(bytes[end..<word.range.lowerBound])
            hundredths += Self.cost(of: bytes[word.range], letters: Int(word.letters))
            end = word.range.upperBound
        }
        addSpace(bytes[end...])
    }

    private mutating func addSpace(_ space: Slice<UnsafeRawBufferPointer>) {
        if space.contains(0x0A) { hundredths += 100 }
    }

    /// What a word, a number or punctuation costs, in hundredths of a token.
    private static func cost(of word: Slice<UnsafeRawBufferPointer>, letters: Int) -> Int {
        let isASCII = word.allSatisfy { $0 < 0x80 }
        if letters == 0 { return isASCII ? 80 + 10 * min(word.count, 1_000) : 50 * word.count }
        guard isASCII else { return max(80, 25 * word.count) }
        let digits = word.count { (0x30...0x39).contains($0) }
        if digits > 0 { return 100 * (digits + 2) / 3 + 30 * (word.count - digits) }
        return 100 + 9 * max(0, word.count - 4)
    }
}
