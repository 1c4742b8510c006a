/// Words that say of a number near them what it is.
enum Words {
    case telephone
    case socialSecurity

    /// Characters before a number among which they are looked for.
    private static let distance = 40

    private static let telephoneWords: [StaticString] = [
        "phone", "telephone", "tel", "call", "mobile", "cell", "cellphone", "fax", "whatsapp", "handy", "telefon",
        "telefono", "telefax", "portable", "mobil", "mobiel", "ring", "dial", "sms", "phones", "calling",
    ]
    /// Words that are found within others as well, in writing that has no spaces or has letters beyond ASCII.
    private static let telephoneParts: [StaticString] = [
        "téléphone", "Téléphone", "teléfono", "Teléfono", "móvil", "Móvil", "電話", "电话", "手机", "手機", "携帯", "전화",
        "телефон", "Телефон", "тел.", "τηλ", "هاتف", "फ़ोन",
    ]

    /// Whether one of them stands before `end`, in the last forty characters.
    func stand(before end: Int, in text: Text) -> Bool {
        var start = end
        var characters = 0
        while start > 0, characters < Words.distance, end - start < Words.distance * 4 {
            start -= 1
            if !text[start].isContinuation { characters += 1 }
        }
        switch self {
        case .telephone:
            return has(Words.telephoneWords, start, end, text) || hasPart(Words.telephoneParts, start, end, text)
        case .socialSecurity:
            return has(["ssn"], start, end, text)
                || (start..<max(start, end - 15)).contains {
                    text.has("social", at: $0) && text.has("security", at: $0 + 7)
                }
        }
    }

    private func has(_ words: [StaticString], _ start: Int, _ end: Int, _ text: Text) -> Bool {
        var at = start
        while at < end {
            guard text[at].isLetter, at == 0 || !text[at - 1].isLetter || text.isEscape(before: at) else {
                at += 1
                continue
            }
            let wordEnd = text.end(of: at, where: \.isLetter)
            if wordEnd <= end, words.contains(where: { $0.utf8CodeUnitCount == wordEnd - at && text.has($0, at: at) }) {
                return true
            }
            // The letter of an escape may be taken for the first one of a word.
            at += text[at - 1] == 0x5C && text[at].isEscapeLetter ? 1 : max(1, wordEnd - at)
        }
        return false
    }

    private func hasPart(_ words: [StaticString], _ start: Int, _ end: Int, _ text: Text) -> Bool {
        guard (start..<end).contains(where: { text[$0] >= 0x80 }) else { return false }
        return (start..<end).contains { at in words.contains { text.hasExactly($0, at: at) } }
    }
}
