import Domain
import Redaction
import Testing

/// Texts in which nothing is to be hidden stay as they are.
@Suite struct CleanCorpusTests {
    @Test func atMostOneTextInAHundredIsChanged() {
        let masker = Masker(Detector(kinds: .usual, keys: KeyRules()))
        let texts = CleanCorpus.texts(perTemplate: 60, seed: 2026)
        var counts = RedactionCounts()
        let changed = texts.filter { text in
            Array(text.utf8).withUnsafeBytes { masker.masked($0, counts: &counts) } != nil
        }
        let rate = Double(changed.count) / Double(texts.count)
        print("clean corpus: \(changed.count) of \(texts.count) texts changed (\(rate * 100) %), \(counts.nonzero)")
        #expect(texts.count >= 2_000 && rate <= 0.01, "\(changed.prefix(20))")
    }
}
