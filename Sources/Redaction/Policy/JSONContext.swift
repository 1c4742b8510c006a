/// Keeps JSON in texts readable as JSON.
enum JSONContext {
    /// The quotation marks that have to stand around what replaces `range`: as those of the key before it where it is the number of
    /// a member, in however many layers of JSON; else none.
    static func quotation(around range: Range<Int>, in text: Text) -> [UInt8] {
        guard text[range.lowerBound].isDigit, text.digitsEnd(range.lowerBound) == range.upperBound else { return [] }
        let next = text.end(of: range.upperBound, limit: 8, where: \.isSpace)
        guard text[next] == 0x2C || text[next] == 0x7D else { return [] }
        let colon = text.start(of: range.lowerBound, limit: 8, where: \.isSpace) - 1
        guard text[colon] == 0x3A, text[colon - 1] == 0x22 else { return [] }
        let backslashes = text.start(of: colon - 1, limit: 64) { $0 == 0x5C }
        return [UInt8](repeating: 0x5C, count: colon - 1 - backslashes) + [0x22]
    }
}
