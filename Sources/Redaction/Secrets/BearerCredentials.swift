/// The credentials behind `Bearer`: sixteen characters or more of those that RFC 6750 allows, which are no words.
enum BearerCredentials {
    /// The credentials behind the word whose last three letters begin at `at`.
    static func range(after at: Int, in text: Text) -> Range<Int>? {
        guard text.has("bearer", at: at - 3), !text.isWord(before: at - 3) else { return nil }
        let start = text.end(of: at + 3, limit: 4, where: \.isSpace)
        guard start > at + 3 else { return nil }
        let end = text.end(of: start) {
            $0.isBase64URL || $0 == 0x2E || $0 == 0x7E || $0 == 0x2B || $0 == 0x2F || $0 == 0x3D
        }
        guard end - start >= 16, (start..<end).contains(where: { text[$0].isDigit }) || end - start >= 40 else {
            return nil
        }
        return start..<end
    }
}
