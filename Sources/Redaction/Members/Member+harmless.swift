// What stands under the key of a secret and is none.
extension Member {
    private static let types: [StaticString] = ["string", "object", "array", "number", "integer", "boolean", "null"]

    /// Whether our own mark stands there already, or a pseudonym.
    func isReplaced(_ value: Range<Int>, in text: Text) -> Bool {
        if Mark.range(from: value.lowerBound, in: text) == value { return true }
        return value.count == Pseudonyms.length && text.hasExactly(Pseudonyms.prefix, at: value.lowerBound)
            && text.end(of: value.upperBound - Pseudonyms.digits, where: \.isHexDigit) >= value.upperBound
    }

    /// Whether it is a token of a model's vocabulary, whose probability follows: `"token": "Hello", "logprob": -0.1`.
    func isProbability(endingAt end: Int, in text: Text) -> Bool {
        guard key.count == 5, text.hasExactly("token", at: key.lowerBound) else { return false }
        let comma = text.end(of: end, limit: 8, where: \.isSpace)
        guard text[comma] == 0x2C else { return false }
        let next = text.end(of: comma + 1, limit: 64, where: \.isSpace)
        guard let opening = Quotation(startingAt: next, in: text) else { return false }
        return text.hasExactly("logprob", at: next + opening.count)
            || text.hasExactly("bytes", at: next + opening.count)
    }

    /// Whether the object describes a parameter of that name (JSON Schema): its type comes first, or behind a title and description.
    func isSchema(in text: Text) -> Bool {
        var at = start + 1
        for _ in 0..<3 {
            at = text.end(of: at, limit: 64) { $0.isSpace || $0 == 0x2C }
            guard let opening = Quotation(startingAt: at, in: text) else { return false }
            let (end, next) = opening.close(from: at + opening.count, in: text)
            guard let member = Member(closedAt: next - 1, in: text) else { return false }
            let name = at + opening.count
            func isNamed(_ word: StaticString) -> Bool {
                end - name == word.utf8CodeUnitCount && text.hasExactly(word, at: name)
            }
            guard let quote = Quotation(startingAt: member.start, in: text) else { return isNamed("anyOf") }
            let value = member.start + quote.count
            let (valueEnd, behind) = quote.close(from: value, in: text)
            if isNamed("$ref") { return true }
            if isNamed("type") {
                return Member.types.contains {
                    valueEnd - value == $0.utf8CodeUnitCount && text.hasExactly($0, at: value)
                }
            }
            guard isNamed("title") || isNamed("description") else { return false }
            at = behind
        }
        return false
    }
}
