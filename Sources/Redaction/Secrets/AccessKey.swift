/// Keys of well-known services, which are told by how they begin. Of what follows, ten characters at least are different.
enum AccessKey {
    /// Amazon: AKIA or ASIA and sixteen capitals and digits.
    static func amazon(_ at: Int, in text: Text) -> Range<Int>? {
        guard text[at + 3] == 0x41 else { return nil }
        let end = text.end(of: at + 4, limit: 17) { $0.isUppercase || $0.isDigit }
        return end - at == 20 && !text[end].isWord ? key(at, at + 4, text, end: end) : nil
    }

    /// Google: AIza and 35 characters.
    static func google(_ at: Int, in text: Text) -> Range<Int>? {
        guard text[at + 3] == 0x61 else { return nil }
        let end = text.end(of: at + 4, limit: 41, where: \.isBase64URL)
        return (39...44).contains(end - at) ? key(at, at + 4, text, end: end) : nil
    }

    /// GitHub, Stripe, Hugging Face and our own, npm; the letter before the one before `_` is at `at`.
    static func underscored(_ at: Int, in text: Text) -> Range<Int>? {
        let body = at + 3
        if text.hasExactly("github_pat_", at: at - 8) { return key(at - 8, body, text, run: 20) }
        if text.hasExactly("hf_", at: at) { return key(at, body, text, run: 30) }
        if text.hasExactly("npm_", at: at - 1) { return key(at - 1, body, text, run: 36) }
        if text[at] == 0x68, text[at - 1] == 0x67 { return key(at - 1, body, text, run: 36) }
        guard text.hasExactly("live_", at: body) || text.hasExactly("test_", at: body) else { return nil }
        return key(at, body + 5, text, run: 16)
    }

    /// OpenAI, Anthropic, OpenRouter and others (sk-); GitLab, PyPI. The letter before the one before the hyphen is at `at`.
    static func hyphenated(_ at: Int, in text: Text) -> Range<Int>? {
        let body = at + 3
        if text[at] == 0x73 { return key(at, body, text, run: 16) }
        if text.hasExactly("glpat-", at: at - 3) { return key(at - 3, body, text, run: 16) }
        if text.hasExactly("pypi-", at: at - 2) { return key(at - 2, body, text, run: 16) }
        return nil
    }

    /// Slack: xox, a letter that says of what kind, and hyphens between its parts.
    static func slack(_ at: Int, in text: Text) -> Range<Int>? {
        guard "abeprs".utf8.contains(text[at + 3]), text[at + 4] == 0x2D else { return nil }
        return key(at, at + 5, text, least: 15)
    }

    /// SendGrid: SG and two parts with points before them.
    static func sendGrid(_ at: Int, in text: Text) -> Range<Int>? {
        guard isBeginning(at, text) else { return nil }
        let point = text.end(of: at + 3, limit: 65, where: \.isBase64URL)
        guard point - at >= 19, text[point] == 0x2E else { return nil }
        let end = text.end(of: point + 1, where: \.isBase64URL)
        return end - point >= 17 ? key(at, at + 3, text, end: end) : nil
    }

    /// Whether nothing stands before `start` of which a key could be the rest.
    private static func isBeginning(_ start: Int, _ text: Text) -> Bool {
        start >= 0 && !text.isWord(before: start) && text[start - 1] != 0x2D
    }

    /// The key from `start` on when what follows its prefix, from `body` on, could be by chance.
    ///
    /// - Parameters:
    ///   - end: where it ends, when that is known.
    ///   - least: characters that follow the prefix at least.
    ///   - run: letters and digits that stand together somewhere in it at least, one of them a digit unless there are twenty: names
    ///     with hyphens have no such run.
    private static func key(
        _ start: Int, _ body: Int, _ text: Text, end known: Int? = nil, least: Int = 0, run: Int = 0
    ) -> Range<Int>? {
        // Asked first: where prefixes follow each other, only the first of them looks at all that follows.
        guard isBeginning(start, text) else { return nil }
        let end = known ?? text.end(of: body, where: \.isBase64URL)
        guard end - body >= least else { return nil }
        var seen: (low: UInt64, high: UInt64) = (0, 0)
        var (length, hasDigit, hasRun) = (0, false, run == 0)
        for at in body..<max(body, end) {
            let byte = text[at]
            if byte < 64 { seen.low |= 1 << UInt64(byte) } else { seen.high |= 1 << UInt64(byte & 63) }
            guard byte.isAlphanumeric else {
                (length, hasDigit) = (0, false)
                continue
            }
            length += 1
            hasDigit = hasDigit || byte.isDigit
            if length >= run, hasDigit || length >= 20 { hasRun = true }
        }
        guard hasRun, seen.low.nonzeroBitCount + seen.high.nonzeroBitCount >= 10 else { return nil }
        return start..<end
    }
}
