/// Social security numbers of the United States: an area (not 000, 666, 9xx), a group (not 00) and a serial (not 0000) with
/// hyphens, or with spaces where words before say what it is. Numbers that are known from advertisements and forms are none.
enum SocialSecurityNumber {
    private static let known: Set<Int> = [
        078_05_1120, 219_09_9999, 123_45_6789, 457_55_5462, 111_11_1111, 222_22_2222, 333_33_3333, 444_44_4444,
        555_55_5555, 777_77_7777, 888_88_8888,
    ]

    /// The number that begins at `start`, where a digit stands.
    static func range(from start: Int, in text: Text) -> Range<Int>? {
        let separator = text[start + 3]
        guard separator == 0x2D || separator == 0x20, text[start + 6] == separator,
            let area = Digits.value(start, 3, text), let group = Digits.value(start + 4, 2, text),
            let serial = Digits.value(start + 7, 4, text)
        else { return nil }
        guard area != 0, area != 666, area < 900, group != 0, serial != 0,
            !known.contains((area * 100 + group) * 10_000 + serial)
        else { return nil }
        let end = start + 11
        guard !isContinued(start, end, text) else { return nil }
        return separator == 0x2D || Words.socialSecurity.stand(before: start, in: text) ? start..<end : nil
    }

    private static func isContinued(_ start: Int, _ end: Int, _ text: Text) -> Bool {
        if text.isWord(before: start) || text[end].isWord { return true }
        let (before, next) = (text[start - 1], text[end])
        if before == 0x2D || before == 0x2E || before == 0x2F, text[start - 2].isAlphanumeric { return true }
        return next == 0x2D || next == 0x2E || next == 0x2F
            ? text[end + 1].isAlphanumeric && next != 0x2E || text[end + 1].isDigit : false
    }
}
