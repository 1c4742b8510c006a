import Statistics
import Testing

@Suite struct OverlapTests {
    /// The textbook's quadratic table.
    private func longestCommonSubsequence(_ a: [String], _ b: [String]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for x in a {
            var diagonal = 0
            for (index, y) in b.enumerated() {
                let above = row[index + 1]
                row[index + 1] = x == y ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[b.count]
    }

    @Test(arguments: [1, 2, 30, 63, 64, 65, 127, 128, 129, 300]) func rougeEqualsTheTextbook(length: Int) {
        var generator = SplitMix64(seed: UInt64(length))
        for vocabulary in [1, 2, 10, 200] {
            let reference = (0..<length).map { _ in "w\(generator.index(below: vocabulary))" }
            let answer = (0..<1 + generator.index(below: 2 * length)).map { _ in
                "w\(generator.index(below: vocabulary))"
            }
            let common = Double(longestCommonSubsequence(reference, answer))
            let score = RougeL.score(reference: reference.joined(separator: " "), answer: answer.joined(separator: " "))
            #expect(score.precision == common / Double(answer.count))
            #expect(score.recall == common / Double(reference.count))
        }
    }

    @Test func emptyTextsHaveNothingInCommon() {
        #expect(RougeL.score(reference: "", answer: "") == .none)
        #expect(RougeL.score(reference: "a", answer: "?") == .none)
        #expect(TokenOverlap.score(reference: "", answer: " ").f1 == 1)
        #expect(TokenOverlap.score(reference: "a", answer: "") == .none)
    }

    @Test func wordsCountAsOftenAsBothHaveThem() {
        let score = TokenOverlap.score(reference: "a a b", answer: "b a c a a")
        #expect(score.precision == 0.6 && score.recall == 1)
    }

    @Test(arguments: [
        ("  The  Answer. ", "the answer", true), ("«Ja!»", "ja", true), ("Ａ", "a", true), ("-5", "5", false),
        (".5", "5", false),
        ("-5", "-5", true), ("(5)", "5", true), ("", "…", true), ("a", "b", false),
    ])
    func normalisedTextsAreEqual(answer: String, expected: String, isEqual: Bool) {
        #expect(TextMatch.isExact(answer, expected) == isEqual)
        #expect(TextMatch.isExact(answer, expected, normalising: false) == (answer == expected))
    }

    @Test func containsAndIsClose() {
        #expect(TextMatch.contains("We pay within  14 DAYS.", "14 days") && TextMatch.contains("x", ""))
        #expect(TextMatch.contains("aabaabaaab", "aabaaab") && !TextMatch.contains("aabaab", "aaa"))
        #expect(
            TextMatch.isClose(100, 101, relativeTolerance: 0.01)
                && !TextMatch.isClose(100, 102, relativeTolerance: 0.01))
        #expect(
            TextMatch.isClose(0, 0.1, absoluteTolerance: 0.1) && !TextMatch.isClose(.nan, .nan, absoluteTolerance: 1))
        #expect(!TextMatch.isClose(.infinity, .infinity))
    }
}
