/// The arithmetic of Hangul: leading consonant, vowel and trailing consonant compose to a syllable (The Unicode Standard, 3.12).
enum HangulSyllables {
    private static let (syllables, leading, vowels, trailing): (UInt32, UInt32, UInt32, UInt32) = (
        0xAC00, 0x1100, 0x1161, 0x11A7
    )
    private static let (leadingCount, vowelCount, trailingCount): (UInt32, UInt32, UInt32) = (19, 21, 28)

    /// Vowels and trailing consonants.
    static let seconds = Array(vowels..<vowels + vowelCount) + Array(trailing + 1..<trailing + trailingCount)

    /// The syllable of a leading consonant and a vowel, or of a syllable without trailing consonant and one.
    static func composition(_ first: UInt32, _ second: UInt32) -> UInt32? {
        let (l, v) = (first &- leading, second &- vowels)
        if l < leadingCount, v < vowelCount { return syllables + (l * vowelCount + v) * trailingCount }
        let (syllable, t) = (first &- syllables, second &- trailing)
        guard syllable < leadingCount * vowelCount * trailingCount, syllable % trailingCount == 0, t > 0,
            t < trailingCount
        else { return nil }
        return first + t
    }
}
