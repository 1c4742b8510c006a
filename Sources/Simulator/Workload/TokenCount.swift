extension String {
    /// About how many tokens a tokeniser of the GPT family makes of the text: a quarter for a Latin letter, half for one with an accent
    /// or of another alphabet, eight tenths for an ideograph or kana.
    var estimatedTokens: Int {
        var fortieths = 0
        for scalar in unicodeScalars {
            switch scalar.value {
            case ..<0x80: fortieths += 10
            case ..<0x2e80: fortieths += 20
            default: fortieths += 32
            }
        }
        return (fortieths + 39) / 40
    }
}
