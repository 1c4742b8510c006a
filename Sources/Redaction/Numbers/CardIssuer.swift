/// Who issues which card numbers: the first digits, and how many there are in all.
struct CardIssuer {
    /// First and last of the first four digits.
    let prefixes: ClosedRange<Int>
    let lengths: ClosedRange<Int>
    /// Lengths in between that are not issued.
    var without: Set<Int> = []

    /// Whether a number that begins with `prefix`, four digits, may have `length` digits.
    static func issues(_ prefix: Int, length: Int) -> Bool {
        all.contains { $0.prefixes.contains(prefix) && $0.lengths.contains(length) && !$0.without.contains(length) }
    }

    private static let all = [
        // Visa
        CardIssuer(prefixes: 4000...4999, lengths: 13...19, without: [14, 15, 17, 18]),
        // Mastercard
        CardIssuer(prefixes: 5100...5599, lengths: 16...16), CardIssuer(prefixes: 2221...2720, lengths: 16...16),
        // American Express
        CardIssuer(prefixes: 3400...3499, lengths: 15...15), CardIssuer(prefixes: 3700...3799, lengths: 15...15),
        // Diners Club
        CardIssuer(prefixes: 3000...3059, lengths: 14...14), CardIssuer(prefixes: 3095...3095, lengths: 14...14),
        CardIssuer(prefixes: 3600...3699, lengths: 14...14), CardIssuer(prefixes: 3800...3999, lengths: 14...14),
        // Discover
        CardIssuer(prefixes: 6011...6011, lengths: 16...19), CardIssuer(prefixes: 6440...6599, lengths: 16...19),
        // JCB
        CardIssuer(prefixes: 3528...3589, lengths: 16...19),
        // UnionPay
        CardIssuer(prefixes: 6200...6299, lengths: 16...19),
        // Maestro
        CardIssuer(prefixes: 5018...5018, lengths: 12...19), CardIssuer(prefixes: 5020...5020, lengths: 12...19),
        CardIssuer(prefixes: 5038...5038, lengths: 12...19), CardIssuer(prefixes: 5893...5893, lengths: 12...19),
        CardIssuer(prefixes: 6304...6304, lengths: 12...19), CardIssuer(prefixes: 6759...6759, lengths: 12...19),
        CardIssuer(prefixes: 6761...6763, lengths: 12...19),
    ]
}
