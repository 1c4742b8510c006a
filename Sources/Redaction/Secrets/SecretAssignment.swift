/// Values that are given to a password, passphrase, secret, token or key of an interface: eight characters or more behind `:`, `=` or
/// "is" that look like no word, name, number of tokens, expression of a program or placeholder.
enum SecretAssignment {
    /// Bits a character (Shannon) that such a value has at least.
    private static let leastEntropy = 2.5

    /// The value that is given to the word around `at`.
    ///
    /// - Parameter valueEnd: set to the end of what was looked at.
    static func value(of rule: Trigger.Rule, at: Int, in text: Text, valueEnd: inout Int) -> Range<Int>? {
        guard let nameEnd = end(of: rule, at, text), let start = assigned(nameEnd, text) else { return nil }
        let isQuoted = text[start - 1] == 0x22 || text[start - 1] == 0x27
        let stop = text.end(of: start) { !isEnd($0) }
        valueEnd = stop
        // In the query of an address the next name follows.
        var end = parameterEnd(start, stop, text)
        if !isQuoted {
            while end > start, [0x2E, 0x2C, 0x3A, 0x3B, 0x29, 0x5D, 0x7D].contains(text[end - 1]) { end -= 1 }
        }
        let isNumberAllowed = rule == .password || rule == .passphrase
        return end - start >= 8 && isSecret(start, end, isNumberAllowed, text) ? start..<end : nil
    }

    /// The end of the word of which three letters are at `at`.
    private static func end(of rule: Trigger.Rule, _ at: Int, _ text: Text) -> Int? {
        switch rule {
        case .password:
            if text.has("password", at: at - 3) { return at + 5 }
            if text.has("passwd", at: at - 3) { return at + 3 }
            return text.has("pwd", at: at) && !text[at - 1].isLetter ? at + 3 : nil
        case .passphrase: return text.has("passphrase", at: at - 3) ? at + 7 : nil
        case .secret: return text.has("secret", at: at - 1) ? at + 5 : nil
        case .token:
            guard text.has("token", at: at - 1) else { return nil }
            // The end of another word is none, but `accessToken` is.
            return !text[at - 2].isLetter || text[at - 1] == 0x54 ? at + 4 : nil
        case .key:
            let before = text[at - 1]
            let end = before == 0x20 || before == 0x5F || before == 0x2D ? at - 1 : at
            let isKey =
                text.has("api", at: end - 3) || text.has("access", at: end - 6) || text.has("secret", at: end - 6)
                || text.has("auth", at: end - 4) || text.has("private", at: end - 7)
            return isKey ? at + 3 : nil
        default: return nil
        }
    }

    /// Where the value begins that is given to the word that ends at `end`.
    private static func assigned(_ end: Int, _ text: Text) -> Int? {
        var at = text.end(of: end, limit: 6, where: isQuoteOrSpace)
        if text[at] == 0x3A || text[at] == 0x3D {
            at = text.end(of: at, limit: 3) { $0 == 0x3A || $0 == 0x3D || $0 == 0x3E }
        } else {
            guard at > end, text.has("is", at: at), text[at + 2] == 0x20 || text[at + 2] == 0x3A else { return nil }
            at += 3
        }
        return text.end(of: at, limit: 8, where: isQuoteOrSpace)
    }

    private static func isQuoteOrSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x22 || byte == 0x27 || byte == 0x5C || byte == 0x60
    }

    private static func isEnd(_ byte: UInt8) -> Bool {
        byte.isSpace || byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x5C || byte == 0x3C || byte == 0x3E
            || byte == 0x2C || byte == 0x3B
    }

    private static func parameterEnd(_ start: Int, _ stop: Int, _ text: Text) -> Int {
        var at = start
        while at < stop {
            if text[at] == 0x26 {
                let name = text.end(of: at + 1, limit: 32) { $0.isWord || $0 == 0x2E || $0 == 0x2D }
                if name > at + 1, text[name] == 0x3D { return at }
            }
            at += 1
        }
        return stop
    }

    private static func isSecret(_ start: Int, _ end: Int, _ isNumberAllowed: Bool, _ text: Text) -> Bool {
        // Placeholders, expressions, paths, marks
        guard !"<{[$%*(/.~".utf8.contains(text[start]) else { return false }
        var classes = Classes()
        for at in start..<end {
            if text[at] == 0x28 || text[at] == 0x7B || text[at] == 0x5B { return false }
            if text[at] == 0x3A, text[at + 1] == 0x2F, text[at + 2] == 0x2F { return false }
            classes.add(text[at])
        }
        let isDate = text.digitsEnd(start) == start + 4 && text[start + 4] == 0x2D && text[start + 7] == 0x2D
        guard !isDate, classes.couldBeSecret(isNumberAllowed: isNumberAllowed) else { return false }
        return classes.entropy >= leastEntropy
    }
}
