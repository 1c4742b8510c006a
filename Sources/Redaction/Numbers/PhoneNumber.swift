/// Telephone numbers:
/// - `+`, a country and 8 to 15 digits in all (E.164);
/// - North American ones, `(415) 555-2671`, `415-555-2671` or `415.555.2671`;
/// - 7 to 12 digits with separators, where a word such as "phone" stands within forty characters before.
///
/// Dates, thousands, decimals and digits of identifiers are none.
enum PhoneNumber {
    /// The number whose first digit is at `start`.
    static func range(from start: Int, in text: Text) -> Range<Int>? {
        let isGlobal = text[start - 1] == 0x2B
        let isOpen = text[start - 1] == 0x28
        let first = isGlobal || isOpen ? start - 1 : start
        guard !isContinued(before: first, text) else { return nil }
        guard isGlobal else { return national(first, start, isOpen, text) }
        guard text[start] != 0x30 else { return nil }
        // North America (+1) has ten digits behind it, whatever follows.
        let isNorthAmerican = text[start] == 0x31
        guard let groups = Groups(start, text, atMost: isNorthAmerican ? 11 : 15) else { return nil }
        return groups.digits >= 8 && !groups.isDecimal ? first..<groups.end : nil
    }

    private static func national(_ first: Int, _ start: Int, _ isOpen: Bool, _ text: Text) -> Range<Int>? {
        if let range = northAmerican(first, start, isOpen, text) { return range }
        // In a row of numbers only the first one is tried, with those behind it.
        guard !isOpen || text.digitsEnd(start) - start >= 2,
            !Groups.isSeparator(text[first - 1]) || !text[first - 2].isDigit,
            let groups = Groups(start, text, atMost: 12), groups.sizes.count >= 2, groups.digits >= 7,
            !groups.isDecimal, !groups.isDate, !groups.isThousands
        else { return nil }
        return Words.telephone.stand(before: first, in: text) ? first..<groups.end : nil
    }

    /// Area, exchange (neither begins with 0 or 1) and four digits.
    private static func northAmerican(_ first: Int, _ start: Int, _ isOpen: Bool, _ text: Text) -> Range<Int>? {
        var area = start
        if !isOpen, text[start] == 0x31, text[start + 1] == 0x2D || text[start + 1] == 0x2E { area += 2 }
        guard let areaNumber = Digits.value(area, 3, text), areaNumber >= 200 else { return nil }
        var at = area + 3
        let separator: UInt8
        if isOpen {
            guard text[at] == 0x29 else { return nil }
            at += text[at + 1] == 0x20 ? 2 : 1
            separator = 0x2D
        } else {
            separator = text[at]
            guard separator == 0x2D || separator == 0x2E, area == start || text[start + 1] == separator else {
                return nil
            }
            at += 1
        }
        guard let exchange = Digits.value(at, 3, text), exchange >= 200, text[at + 3] == separator,
            Digits.value(at + 4, 4, text) != nil
        else { return nil }
        let end = at + 8
        return Groups.isContinued(behind: end, text) ? nil : first..<end
    }

    private static func isContinued(before first: Int, _ text: Text) -> Bool {
        if text.isWord(before: first) { return true }
        let before = text[first - 1]
        return before == 0x2D || before == 0x2E || before == 0x2F || before == 0x2B || before == 0x3A || before == 0x2C
            ? text[first - 2].isAlphanumeric && before != 0x3A && before != 0x2F || text[first - 2].isDigit : false
    }
}
