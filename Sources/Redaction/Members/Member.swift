/// A member of an object of JSON that stands in a text, in any layer of JSON within JSON, or of what Python prints: `"key": value`.
/// It is found wherever it stands, so a part of JSON will do, and JSON among other words.
struct Member {
    /// A longer key is none.
    private static let longestKey = 256
    /// Space before a value; behind more of it nothing is looked for.
    static let longestSpace = 64

    let quotation: Quotation
    /// Where its key stands, without the marks.
    let key: Range<Int>
    /// Where its value begins.
    let start: Int

    /// The member whose key ends before the quotation mark at `quote`; nil when no key ends there.
    init?(closedAt quote: Int, in text: Text) {
        let colon = text.end(of: quote + 1, limit: 4) { $0 == 0x20 }
        guard text[colon] == 0x3A, let quotation = Quotation(endingAt: quote, in: text) else { return nil }
        let end = quote - quotation.backslashes
        let key = text.start(of: end, limit: Member.longestKey) { $0 != quotation.mark && $0 >= 0x20 }
        guard key < end, let opening = Quotation(endingAt: key - 1, in: text),
            opening.mark == quotation.mark, opening.backslashes == quotation.backslashes
        else { return nil }
        (self.quotation, self.key) = (quotation, key..<end)
        start = text.end(of: colon + 1, limit: Member.longestSpace, where: \.isSpace)
    }

    /// Where the value stands when it is text, without its marks, or a list or object that holds any: as with attributes, numbers are
    /// nothing confidential. What looks so only by its key is none either.
    func confidentialValue(in text: Text) -> Range<Int>? {
        if text[start] == 0x7B || text[start] == 0x5B {
            // Asked first, so that lists in lists are not passed more than once.
            guard !isSchema(in: text) else { return nil }
            let (end, hasText) = container(in: text)
            return hasText ? start..<end : nil
        }
        guard let opening = Quotation(startingAt: start, in: text),
            opening.mark != quotation.mark || opening.backslashes == quotation.backslashes
        else { return nil }
        let first = start + opening.count
        let (end, next) = opening.close(from: first, in: text)
        guard end > first, !isReplaced(first..<end, in: text), !isProbability(endingAt: next, in: text) else {
            return nil
        }
        return first..<end
    }

    /// The end of the list or object at `start`, and whether any text is in it.
    private func container(in text: Text) -> (end: Int, hasText: Bool) {
        var (at, depth, run, hasText) = (start, 0, 0, false)
        while at < text.count {
            let byte = text[at]
            at += 1
            switch byte {
            case 0x5C:
                run += 1
                continue
            case 0x22, quotation.mark:
                guard run >= quotation.backslashes, let opening = Quotation(endingAt: at - 1, in: text) else {
                    return (at - 1 - run, hasText)
                }
                hasText = true
                at = opening.close(from: at, in: text).next
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D:
                depth -= 1
                if depth == 0 { return (at, hasText) }
            default: break
            }
            run = 0
        }
        return (text.count, hasText)
    }
}
