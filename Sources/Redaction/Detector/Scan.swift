import Domain

/// One pass over one text.
struct Scan {
    let text: Text
    let kinds: SensitiveKinds
    private let keys: KeyRules?
    var findings: [Finding] = []
    /// Where something stands that looks like our own mark.
    var marks: [Range<Int>] = []
    /// Where scanning goes on; a rule that has looked at more moves it.
    var next = 0
    /// Up to where groups of IPv6 addresses, and values of assignments, were looked at: none of them is looked at twice.
    private var (groupsEnd, valuesEnd) = (0, 0)

    init(_ text: Text, _ kinds: SensitiveKinds, _ keys: KeyRules?) {
        (self.text, self.kinds, self.keys) = (text, kinds, keys)
    }

    /// Tries the rules whose trigger stands at `at`.
    mutating func examine(_ rules: UInt64, at: Int) {
        var rules = rules
        while rules != 0 {
            let bit = rules.trailingZeroBitCount
            rules &= rules &- 1
            if let rule = Trigger.Rule(rawValue: bit) { examine(rule, at: at) }
        }
    }

    private mutating func examine(_ rule: Trigger.Rule, at: Int) {
        switch rule {
        case .number: number(at &+ 1)
        case .escape: escape(at)
        case .email: add(.email, EmailAddress.range(around: at &+ 1, in: text))
        case .ipv6:
            guard at &+ 1 >= groupsEnd else { return }
            add(.ipv6, IPv6Address.range(around: at &+ 1, in: text, runEnd: &groupsEnd))
        case .iban: add(.iban, BankAccount.range(from: at &+ 1, in: text))
        case .privateKey: add(.privateKey, PrivateKey.header(around: at, in: text))
        case .jwt: add(.jwt, WebToken.range(from: at, in: text))
        case .amazonKey: add(.apiKey, AccessKey.amazon(at, in: text))
        case .googleKey: add(.apiKey, AccessKey.google(at, in: text))
        case .underscoreKey: add(.apiKey, AccessKey.underscored(at, in: text))
        case .hyphenKey: add(.apiKey, AccessKey.hyphenated(at, in: text))
        case .slackKey: add(.apiKey, AccessKey.slack(at, in: text))
        case .sendGridKey: add(.apiKey, AccessKey.sendGrid(at, in: text))
        case .password, .passphrase, .secret, .token, .key: assignment(rule, at)
        case .bearer: add(.bearer, BearerCredentials.range(after: at, in: text))
        case .mark:
            if let mark = Mark.range(from: at, in: text) { marks.append(mark) }
        case .member: member(at &+ 1)
        }
    }

    private mutating func add(_ kind: SensitiveKind, _ range: Range<Int>?) {
        if let range { findings.append(Finding(kind, range)) }
    }

    private mutating func assignment(_ rule: Trigger.Rule, _ at: Int) {
        guard at >= valuesEnd else { return }
        add(.secretAssignment, SecretAssignment.value(of: rule, at: at, in: text, valueEnd: &valuesEnd))
    }

    /// Takes out the value of the member whose key is closed at `quote` when its key says so. Nothing else is looked for in it.
    private mutating func member(_ quote: Int) {
        guard let keys, let member = Member(closedAt: quote, in: text),
            let action = keys.action(for: text.bytes(member.key)), action != .keep,
            let value = member.confidentialValue(in: text)
        else { return }
        next = max(next, value.upperBound)
        while let last = findings.last, last.range.upperBound > value.lowerBound { findings.removeLast() }
        findings.append(Finding(.key, value, isHashed: action == .hash))
    }

    /// What an escape such as `\n` in JSON within a text hides: the word that begins behind it.
    private mutating func escape(_ at: Int) {
        let start = at &+ (text[at &+ 1] == 0x75 ? 6 : 2)
        guard text.isEscape(before: start) else { return }
        if text[start].isDigit, !kinds.isDisjoint(with: SensitiveKinds([.card, .ssn, .ipv4, .phone])) { number(start) }
        if kinds.contains(.iban), text[start].isUppercase { add(.iban, BankAccount.range(from: start, in: text)) }
    }

    /// Looks at the number whose first digit is at `start`, of which much of telemetry consists.
    private mutating func number(_ start: Int) {
        let end = text.digitsEnd(start)
        next = max(next, end)
        let before = text[start &- 1]
        // 0.123 and the part behind the point of it
        if before == 0x2E, text[start &- 2].isDigit { return }
        if text[end] == 0x2E, before != 0x2B {
            let fraction = text.digitsEnd(end &+ 1)
            if fraction &- end > 4 {
                next = fraction
                return
            }
        }
        var last = start
        func take(_ kind: SensitiveKind, _ find: (Int, Text) -> Range<Int>?) {
            guard kinds.contains(kind), let range = find(start, text) else { return }
            findings.append(Finding(kind, range))
            last = max(last, range.upperBound)
        }
        take(.card, PaymentCard.range(from:in:))
        if end &- start == 3 { take(.ssn, SocialSecurityNumber.range(from:in:)) }
        if end &- start <= 3 { take(.ipv4, IPv4Address.range(from:in:)) }
        take(.phone, PhoneNumber.range(from:in:))
        // An address may go on behind a number: the trigger of its @ begins one byte before that.
        next = max(next, last &- 1)
    }
}
