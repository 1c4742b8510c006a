/// Keeps JSON in texts readable as JSON.
enum JSONContext {
    /// The quotation marks that have to stand around what replaces `range`: as those of the key before it where it is the number of
    /// a member, or its list or object, in however many layers of JSON; else none.
    static func quotation(around range: Range<Int>, in text: Text) -> [UInt8] {
        let first = text[range.lowerBound]
        if first.isDigit, text.digitsEnd(range.lowerBound) == range.upperBound {
            let next = text.end(of: range.upperBound, limit: 8, where: \.isSpace)
            guard text[next] == 0x2C || text[next] == 0x7D else { return [] }
        } else if first != 0x7B, first != 0x5B {
            return []
        }
        let colon = text.start(of: range.lowerBound, limit: Member.longestSpace, where: \.isSpace) - 1
        guard text[colon] == 0x3A else { return [] }
        let quote = text.start(of: colon, limit: 4) { $0 == 0x20 } - 1
        return Quotation(endingAt: quote, in: text)?.bytes ?? []
    }
}
