/// JSON Web Tokens: three parts of base64url with points between, or the five of an encrypted one; the first begins with `{"`, which
/// is `eyJ`.
enum WebToken {
    /// The token that begins at `start`.
    static func range(from start: Int, in text: Text) -> Range<Int>? {
        guard !text.isWord(before: start), text[start - 1] != 0x2D, text[start - 1] != 0x2E else { return nil }
        var ends: [Int] = []
        var at = start
        while ends.count < 5 {
            let end = text.end(of: at, where: \.isBase64URL)
            guard end > at else { break }
            ends.append(end)
            guard text[end] == 0x2E else { break }
            at = end + 1
        }
        guard ends.count >= 3, ends[0] - start >= 10, ends[1] - ends[0] >= 5, ends[2] - ends[1] >= 9 else { return nil }
        return start..<(ends.count == 5 ? ends[4] : ends[2])
    }
}
