/// IPv6 addresses other than those of this machine (RFC 4291, section 2.2): eight groups of hexadecimal digits, or fewer with `::`;
/// the last two may be an IPv4 address. Short ones with `::` that could as well be something else (`a::b`, `x[1::2]`) are none.
enum IPv6Address {
    private static let longest = 45

    /// The address around the `:` at `at`.
    ///
    /// - Parameter runEnd: set to the end of what was looked at.
    static func range(around at: Int, in text: Text, runEnd: inout Int) -> Range<Int>? {
        var start = text.start(of: at, limit: longest + 1, where: isPart)
        if text[start - 1] == 0x5C, text[start].isEscapeLetter { start += 1 }
        var end = text.end(of: at, limit: longest + 1, where: isPart)
        runEnd = end
        while end > start, text[end - 1] == 0x2E || text[end - 1] == 0x3A && text[end - 2] != 0x3A { end -= 1 }
        while start < end, text[start] == 0x2E || text[start] == 0x3A && text[start + 1] != 0x3A { start += 1 }
        guard end - start <= longest, end - start >= 3, !text.isWord(before: start), !text[end].isWord,
            isAddress(start, end, text)
        else { return nil }
        return start..<end
    }

    private static func isPart(_ byte: UInt8) -> Bool { byte.isHexDigit || byte == 0x3A || byte == 0x2E }

    private static func isAddress(_ start: Int, _ end: Int, _ text: Text) -> Bool {
        var sizes: [Int] = []
        var (hasGap, hasTail, hasDigit, isZero) = (false, false, false, true)
        var at = start
        if text[at] == 0x3A { (hasGap, at) = (true, at + 2) }
        while at < end {
            let groupEnd = text.end(of: at, limit: 5, where: \.isHexDigit)
            if text[groupEnd] == 0x2E {
                guard isTail(at, end, text) else { return false }
                (hasTail, isZero) = (true, false)
                sizes.append(contentsOf: [3, 3])
                break
            }
            guard (1...4).contains(groupEnd - at), groupEnd <= end else { return false }
            sizes.append(groupEnd - at)
            for index in at..<groupEnd {
                if text[index].isDigit { hasDigit = true }
                // ::1 and :: are this machine.
                if text[index] != 0x30, !(groupEnd == end && index == end - 1 && text[index] == 0x31) { isZero = false }
            }
            at = groupEnd
            guard at < end else { break }
            at += 1
            guard text[at] == 0x3A else {
                guard at < end else { return false }
                continue
            }
            guard !hasGap else { return false }
            (hasGap, at) = (true, at + 1)
        }
        guard !isZero else { return false }
        guard hasGap else { return sizes.count == 8 && Set(sizes) != [2] && (hasDigit || hasTail) }
        guard sizes.count <= 7, let first = sizes.first else { return false }
        return hasTail || sizes.count >= 3 || first >= 3 && hasDigit
    }

    private static func isTail(_ start: Int, _ end: Int, _ text: Text) -> Bool {
        var at = start
        for index in 0..<4 {
            let groupEnd = text.end(of: at, limit: 4, where: \.isDigit)
            guard groupEnd > at, (at..<groupEnd).reduce(0, { $0 * 10 + Int(text[$1] &- 0x30) }) <= 255 else {
                return false
            }
            at = groupEnd
            if index < 3 {
                guard text[at] == 0x2E else { return false }
                at += 1
            }
        }
        return at == end
    }
}
