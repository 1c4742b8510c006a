import Redaction
import Testing

@Suite struct KeyPatternsTests {
    private func first(_ patterns: [String], _ key: String) -> Int? {
        Array(key.utf8).withUnsafeBytes(KeyPatterns(patterns).first(in:))
    }

    /// Whether `pattern` matches `key`, told by trying everything.
    private func matches(_ pattern: Substring, _ key: Substring) -> Bool {
        guard let head = pattern.unicodeScalars.first else { return key.isEmpty }
        if head == "*" { return matches(pattern.dropFirst(), key) || !key.isEmpty && matches(pattern, key.dropFirst()) }
        guard let first = key.unicodeScalars.first, first.properties.lowercaseMapping == String(head) else {
            return false
        }
        return matches(pattern.dropFirst(), key.dropFirst())
    }

    @Test(arguments: [
        ("a*", "abc", true), ("*c", "abc", true), ("*b*", "abc", true), ("abc", "abc", true), ("abc", "abcd", false),
        ("abc", "zabc", false), ("a*c", "abc", true), ("a*a", "a", false), ("*", "x", true), ("", "", true),
        ("", "x", false), ("**b**", "ABC", true), ("*Über*", "an über b", false), ("*über*", "AN über B", true),
    ])
    func aStarStandsForAnything(pattern: String, key: String, isMatched: Bool) {
        #expect((first([pattern], key) != nil) == isMatched)
    }

    @Test func theFirstOneThatMatchesIsToldWhateverStandsBehind() {
        var generator = SeededGenerator(seed: 11)
        func word(_ letters: [Character], _ count: ClosedRange<Int>) -> String {
            String(
                (0..<Int.random(in: count, using: &generator)).map { _ in
                    letters.randomElement(using: &generator) ?? "a"
                })
        }
        for _ in 0..<4_000 {
            let patterns = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
                word(["a", "b", "*", "a", "b"], 0...5)
            }
            let key = word(["a", "b", "A", "c"], 0...9)
            let expected = patterns.firstIndex { matches($0[...], key[...]) }
            #expect(first(patterns, key) == expected, "\(patterns) \(key)")
        }
    }
}
