/// IPv4 addresses other than those of this machine: four numbers up to 255 without leading zeros. What is part of a longer dotted
/// text is none, nor is what a word such as "version" stands before.
enum IPv4Address {
    private static let versionWords: [StaticString] = [
        "v", "ver", "version", "versions", "release", "rel", "build", "firmware", "revision", "rev", "section", "sec",
        "chapter",
        "clause",
    ]
    private static let connectingWords: [StaticString] = ["is", "was", "no", "number", "nr", "to", "of"]

    /// The address that begins at `start`, where a digit stands.
    static func range(from start: Int, in text: Text) -> Range<Int>? {
        var octets: [Int] = []
        var at = start
        while octets.count < 4 {
            if !octets.isEmpty {
                guard text[at] == 0x2E else { return nil }
                at += 1
            }
            let end = text.end(of: at, limit: 4, where: \.isDigit)
            guard end > at, end - at <= 3, text[at] != 0x30 || end == at + 1 else { return nil }
            octets.append((at..<end).reduce(0) { $0 * 10 + Int(text[$1] &- 0x30) })
            at = end
        }
        guard octets.allSatisfy({ $0 <= 255 }), octets[0] != 127, octets != [0, 0, 0, 0],
            !isContinued(start, at, text), !isVersion(before: start, text)
        else { return nil }
        return start..<at
    }

    private static func isContinued(_ start: Int, _ end: Int, _ text: Text) -> Bool {
        if text.isWord(before: start) || text[end].isWord { return true }
        if text[start - 1] == 0x2E { return true }
        if text[start - 1] == 0x2D, text[start - 2].isLetter { return true }
        if text[end] == 0x2E { return text[end + 1].isAlphanumeric }
        return text[end] == 0x2D && text[end + 1].isLetter
    }

    /// Whether the word before, or the one before a connecting word, says that it is a version.
    private static func isVersion(before start: Int, _ text: Text) -> Bool {
        let (first, word) = lastWord(before: start, text)
        if versionWords.contains(where: { isSame($0, first, word, text) }) { return true }
        guard connectingWords.contains(where: { isSame($0, first, word, text) }) else { return false }
        let (second, other) = lastWord(before: first, text)
        return versionWords.contains { isSame($0, second, other, text) }
    }

    /// Where the last word before `end` begins and ends; at most four characters stand between.
    private static func lastWord(before end: Int, _ text: Text) -> (Int, Int) {
        let wordEnd = text.start(of: end, limit: 4) { !$0.isLetter && $0 != 0 && $0 < 0x80 && !$0.isDigit }
        return (text.start(of: wordEnd, limit: 12, where: \.isLetter), wordEnd)
    }

    private static func isSame(_ word: StaticString, _ start: Int, _ end: Int, _ text: Text) -> Bool {
        word.utf8CodeUnitCount == end - start && text.has(word, at: start)
    }
}
