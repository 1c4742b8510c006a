/// Addresses of electronic mail: a local part of 1 to 64 characters without two points in a row, and a domain of labels of 1 to 63
/// characters whose last has 2 to 24 letters; nothing that could be part of an address stands before or behind.
enum EmailAddress {
    private static let localLimit = 64

    /// The address around the `@` at `at`.
    static func range(around at: Int, in text: Text) -> Range<Int>? {
        guard let start = localStart(at, text), let end = domainEnd(at + 1, text) else { return nil }
        return start..<end
    }

    private static func isLocal(_ byte: UInt8) -> Bool {
        byte.isWord || byte == 0x2E || byte == 0x2D || byte == 0x2B || byte == 0x25
    }

    private static func localStart(_ end: Int, _ text: Text) -> Int? {
        var start = text.start(of: end, limit: localLimit + 8, where: isLocal)
        if text[start - 1] == 0x5C {
            // An escape of JSON in a text: its letters are no part of the address.
            if text[start].isEscapeLetter, text.isEscape(before: start + 1) {
                start += 1
            } else if text[start] == 0x75, text.isEscape(before: start + 5) {
                start += 5
            }
        }
        while start < end, text[start] == 0x2E || text[start] == 0x2D { start += 1 }
        guard start < end, end - start <= localLimit, text[end - 1] != 0x2E else { return nil }
        let hasEmptyPart = (start..<end).contains { text[$0] == 0x2E && text[$0 + 1] == 0x2E }
        return hasEmptyPart || text[start - 1] == 0x2E && text[start - 2] == 0x2E ? nil : start
    }

    /// The end of the domain at `start`.
    private static func domainEnd(_ start: Int, _ text: Text) -> Int? {
        var label = start
        var (labels, words) = (0, 0)
        var end: Int?
        while true {
            let labelEnd = text.end(of: label) { $0.isAlphanumeric || $0 == 0x2D }
            guard (1...63).contains(labelEnd - label), text[label] != 0x2D, text[labelEnd - 1] != 0x2D else { break }
            let isName = text.end(of: label, where: \.isLetter) == labelEnd
            end = isName && labels > 0 && (2...24).contains(labelEnd - label) ? labelEnd : nil
            // Of several labels before the last, one at least is no number: 1.2.beta is a version.
            if end != nil, labels > 1, words == 0 { end = nil }
            if text.digitsEnd(label) < labelEnd { words += 1 }
            labels += 1
            guard text[labelEnd] == 0x2E, text[labelEnd + 1].isAlphanumeric else { break }
            label = labelEnd + 1
        }
        guard let end, text[end] != 0x5F, !isImage(start, end, text) else { return nil }
        return end
    }

    /// `name@2x.png` is an image for screens of double resolution.
    private static func isImage(_ start: Int, _ end: Int, _ text: Text) -> Bool {
        text[start].isDigit && text[start + 1] == 0x78 && text[start + 2] == 0x2E
            && ["png", "jpg", "jpeg", "gif", "webp", "svg"].contains {
                end == start + 3 + $0.utf8CodeUnitCount && text.has($0, at: start + 3)
            }
    }
}
