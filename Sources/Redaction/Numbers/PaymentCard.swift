/// Numbers of payment cards: 12 to 19 digits that an issuer has, with a right check digit (`Luhn`), in one piece or in the groups
/// that stand on cards, which single spaces or hyphens separate. Digits of a longer number, a decimal or an identifier are none.
enum PaymentCard {
    /// Groups that stand on cards, longer ones first.
    private static let groupings = [[4, 4, 4, 4, 3], [4, 4, 4, 4], [4, 6, 5], [4, 6, 4]]

    /// The card number that begins at `start`, where a digit stands.
    static func range(from start: Int, in text: Text) -> Range<Int>? {
        let end = text.digitsEnd(start)
        guard end - start >= 4, !isContinued(before: start, text) else { return nil }
        if end - start >= 12 {
            return end - start <= 19 && isCard(text, [start..<end]) && !isContinued(behind: end, text)
                ? start..<end : nil
        }
        let separator = text[end]
        guard end - start == 4, separator == 0x20 || separator == 0x2D else { return nil }
        return groupings.lazy.compactMap { grouped($0, separator, start, text) }.first
    }

    private static func grouped(_ grouping: [Int], _ separator: UInt8, _ start: Int, _ text: Text) -> Range<Int>? {
        var groups: [Range<Int>] = []
        var at = start
        for size in grouping {
            if !groups.isEmpty {
                guard text[at] == separator else { return nil }
                at += 1
            }
            guard text.digitsEnd(at) == at + size else { return nil }
            groups.append(at..<(at + size))
            at += size
        }
        guard !isContinued(behind: at, text), isCard(text, groups) else { return nil }
        // One more long group behind makes it a list of numbers.
        guard text[at] != separator || text.digitsEnd(at + 1) - at <= 4 else { return nil }
        return start..<at
    }

    private static func isCard(_ text: Text, _ groups: [Range<Int>]) -> Bool {
        let digits = groups.flatMap { $0.map { text[$0] } }
        let prefix = digits.prefix(4).reduce(0) { $0 * 10 + Int($1 &- 0x30) }
        return CardIssuer.issues(prefix, length: digits.count) && Set(digits).count > 1 && Luhn.isValid(digits)
    }

    private static func isContinued(before start: Int, _ text: Text) -> Bool {
        let before = text[start - 1]
        if text.isWord(before: start) { return true }
        switch before {
        case 0x2D, 0x2E, 0x2C: return text[start - 2].isAlphanumeric && !text.isEscape(before: start - 1)
        // A short number before, such as that of a list, is no part of it.
        case 0x20: return text.start(of: start - 1, limit: 4, where: \.isDigit) <= start - 5
        default: return false
        }
    }

    private static func isContinued(behind end: Int, _ text: Text) -> Bool {
        let next = text[end]
        if next.isWord { return true }
        switch next {
        case 0x2E, 0x2C: return text[end + 1].isDigit
        case 0x2D: return text[end + 1].isAlphanumeric
        default: return false
        }
    }
}
