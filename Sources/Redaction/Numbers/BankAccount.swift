/// International bank account numbers (ISO 13616): a country, its length, and a remainder of 1 when divided by 97; upper case, in one
/// piece or in groups of four with single spaces.
public enum BankAccount {
    /// Whether `text`, without spaces, is such a number.
    public static func isValid(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            let text = Text(UnsafeRawBufferPointer(bytes))
            return range(from: 0, in: text) == 0..<bytes.count && !bytes.contains(0x20)
        }
    }

    /// The number that begins at `start`.
    static func range(from start: Int, in text: Text) -> Range<Int>? {
        guard text[start].isUppercase, text[start + 1].isUppercase, text[start + 2].isDigit, text[start + 3].isDigit,
            !text.isWord(before: start),
            let length = lengths[UInt16(text[start]) << 8 | UInt16(text[start + 1])]
        else { return nil }
        let isGrouped = text[start + 4] == 0x20
        var remainder = Remainder()
        var at = start
        for index in 0..<length {
            if isGrouped, index > 0, index.isMultiple(of: 4) {
                guard text[at] == 0x20 else { return nil }
                at += 1
            }
            // Country and check digits count last.
            if index >= 4, !remainder.add(text[at]) { return nil }
            at += 1
        }
        guard !text[at].isWord else { return nil }
        for index in start..<(start + 4) where !remainder.add(text[index]) { return nil }
        return remainder.value == 1 ? start..<at : nil
    }

    /// The remainder of a number, of which letters are two digits each (A is 10), when divided by 97.
    private struct Remainder {
        private(set) var value = 0

        mutating func add(_ character: UInt8) -> Bool {
            if character.isDigit {
                value = (value * 10 + Int(character - 0x30)) % 97
            } else if character.isUppercase {
                value = (value * 100 + Int(character - 0x41) + 10) % 97
            } else {
                return false
            }
            return true
        }
    }

    /// Characters of a number, by country (IBAN registry of SWIFT).
    private static let lengths: [UInt16: Int] = {
        let table: [(Int, StaticString)] = [
            (15, "NO"), (16, "BE"), (18, "DKFIFOGLNLSD"), (19, "MKSI"), (20, "ATBAEEKZLTLUMNXK"), (21, "CHHRLILV"),
            (22, "BGBHCRDEGBGEIEMERSVA"), (23, "AEGIILIQOMSOTL"), (24, "ADCZESMDPKROSASESKTNVG"), (25, "LYPTST"),
            (26, "ISTR"), (27, "BIDJFRGRITMCMRSM"), (28, "ALAZBYCYDOGTHUHNLBNIPLSV"), (29, "BREGPSQAUA"),
            (30, "JOKWMU"), (31, "MTSC"), (32, "LC"), (33, "RU"), (18, "FK"),
        ]
        var lengths: [UInt16: Int] = [:]
        for (length, countries) in table {
            countries.withUTF8Buffer { names in
                for at in stride(from: 0, to: names.count - 1, by: 2) {
                    lengths[UInt16(names[at]) << 8 | UInt16(names[at + 1])] = length
                }
            }
        }
        return lengths
    }()
}
