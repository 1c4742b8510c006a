import Domain

/// Three bytes in a row at which scanning stops because something may stand there; everything else is passed over.
struct Trigger {
    enum Rule: Int, CaseIterable {
        case number, escape, email, ipv6, iban, privateKey, jwt
        case amazonKey, googleKey, underscoreKey, hyphenKey, slackKey, sendGridKey
        case password, passphrase, secret, token, key, bearer, mark, member
    }

    let rule: Rule
    /// The bytes that may stand first, second and third.
    let bytes: (Set<UInt8>, Set<UInt8>, Set<UInt8>)

    private init(_ rule: Rule, _ first: Set<UInt8>, _ second: Set<UInt8>, _ third: Set<UInt8>) {
        (self.rule, bytes) = (rule, (first, second, third))
    }

    /// The quotation mark that closes the key of a member of JSON.
    static let members = Trigger(.member, bytes { _ in true }, exactly("\"'"), exactly(": "))

    /// The triggers of what is looked for in texts themselves. Where a pattern has a rare part, that is its trigger: `J` of `eyJ`, not `e`.
    static func all(_ kinds: SensitiveKinds) -> [Trigger] {
        var triggers = [Trigger(.mark, exactly("["), exactly("R"), exactly("E"))]
        let any = bytes { _ in true }
        let digits = bytes(\.isDigit)
        let words = bytes(\.isWord)
        let capitals = bytes(\.isUppercase)
        let boundary = any.subtracting(words)
        if !kinds.isDisjoint(with: SensitiveKinds([.card, .ssn, .ipv4, .phone])) {
            triggers.append(Trigger(.number, boundary, digits, digits.union(exactly(".-/ ()"))))
        }
        if !kinds.isDisjoint(with: SensitiveKinds([.card, .ssn, .ipv4, .phone, .iban])) {
            triggers.append(
                Trigger(.escape, exactly("\\"), exactly("ntrbfu"), digits.union(capitals).union(bytes(\.isHexDigit))))
        }
        if kinds.contains(.email) {
            triggers.append(Trigger(.email, words.union(exactly("+-%")), exactly("@"), bytes(\.isAlphanumeric)))
        }
        if kinds.contains(.ipv6) {
            let group = bytes(\.isHexDigit).union(exactly(":"))
            triggers.append(Trigger(.ipv6, group, exactly(":"), group))
            triggers.append(Trigger(.ipv6, any, exactly(":"), exactly(":")))
        }
        if kinds.contains(.iban) { triggers.append(Trigger(.iban, boundary, capitals, capitals)) }
        if kinds.contains(.privateKey) {
            triggers.append(Trigger(.privateKey, exactly("-"), exactly("-"), exactly("B")))
        }
        if kinds.contains(.jwt) { triggers.append(Trigger(.jwt, exactly("e"), exactly("y"), exactly("J"))) }
        if kinds.contains(.apiKey) { triggers += keys(words) }
        if kinds.contains(.secretAssignment) { triggers += secrets }
        if kinds.contains(.bearer) { triggers.append(word(.bearer, "rer")) }
        return triggers
    }

    private static func keys(_ words: Set<UInt8>) -> [Trigger] {
        [
            Trigger(.amazonKey, exactly("A"), exactly("KS"), exactly("I")),
            Trigger(.googleKey, exactly("A"), exactly("I"), exactly("z")),
            // ghp_ and its kin, sk_live_ and its kin, hf_, npm_, github_pat_
            Trigger(.underscoreKey, exactly("h"), exactly("pousr"), exactly("_")),
            Trigger(.underscoreKey, exactly("spr"), exactly("k"), exactly("_")),
            Trigger(.underscoreKey, exactly("h"), exactly("f"), exactly("_")),
            Trigger(.underscoreKey, exactly("p"), exactly("m"), exactly("_")),
            Trigger(.underscoreKey, exactly("a"), exactly("t"), exactly("_")),
            // sk-, glpat-, pypi-
            Trigger(.hyphenKey, exactly("s"), exactly("k"), exactly("-")),
            Trigger(.hyphenKey, exactly("a"), exactly("t"), exactly("-")),
            Trigger(.hyphenKey, exactly("p"), exactly("i"), exactly("-")),
            Trigger(.slackKey, exactly("x"), exactly("o"), exactly("x")),
            Trigger(.sendGridKey, exactly("S"), exactly("G"), exactly(".")),
        ]
    }

    private static let secrets = [
        word(.password, "swo"), word(.password, "swd"), word(.password, "pwd"), word(.passphrase, "sph"),
        word(.secret, "ecr"), word(.token, "oke"), word(.key, "key"),
    ]

    /// Three letters in any case.
    private static func word(_ rule: Rule, _ letters: StaticString) -> Trigger {
        let sets = letters.withUTF8Buffer { letters in letters.map { Set([$0, $0 & 0xDF]) } }
        return Trigger(rule, sets[0], sets[1], sets[2])
    }

    private static func exactly(_ text: StaticString) -> Set<UInt8> { text.withUTF8Buffer { Set($0) } }

    private static func bytes(_ isPart: (UInt8) -> Bool) -> Set<UInt8> { Set((0...UInt8.max).filter(isPart)) }
}
