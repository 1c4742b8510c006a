import Statistics
import Testing

@Suite struct NormalizedTextTests {
    @Test(arguments: [
        ("ﬁle Ａ１", "file A1"), ("e\u{301}", "\u{E9}"), ("\u{212B}", "\u{C5}"), ("①½", "11\u{2044}2"), ("ｶﾞ", "ガ"),
        ("\u{1100}\u{1161}\u{11A8}", "각"), ("각", "각"), ("\u{AC00}\u{11A8}", "각"),
        ("q\u{307}\u{323}", "q\u{323}\u{307}"),
        ("\u{E9}\u{323}", "\u{1EB9}\u{301}"), ("豈", "豈"), ("", ""), ("\u{344}", "\u{308}\u{301}"),
        ("\u{FDFA}", "صلى الله عليه وسلم"), ("\u{1D400}\u{1D7FF}", "A9"), ("\u{958}", "\u{915}\u{93C}"),
    ])
    func composesByCompatibility(text: String, composed: String) {
        let result = NormalizedText.compatibilityComposed(text)
        #expect(result.utf8.elementsEqual(composed.utf8), "\(Array(result.unicodeScalars))")
    }

    @Test(arguments: [
        ("ΟΔΟΣ", "οδος"), ("ΣΑΣ Σ", "σας σ"), ("Σ", "σ"), ("ΑΣ'Α", "ασ'α"), ("İ", "i\u{307}"), ("STRAẞE", "straße"),
        ("K", "k"),
    ])
    func foldsCase(text: String, folded: String) {
        #expect(NormalizedText.folded(text).utf8.elementsEqual(folded.utf8), "\(NormalizedText.folded(text))")
    }

    /// What is canonically equivalent is spelled the same afterwards, and what was canonical before is equivalent to what comes out.
    @Test func agreesWithTheStandardLibraryOnWhatIsEquivalent() {
        var generator = SplitMix64(seed: 1)
        let marks: [Unicode.Scalar] = ["\u{301}", "\u{323}", "\u{308}", "\u{327}", "\u{345}", "\u{5B0}"]
        for _ in 0..<2000 {
            let base = Unicode.Scalar(UInt32(0x41 + generator.index(below: 0x200))) ?? "a"
            var text = String.UnicodeScalarView([base])
            for _ in 0..<generator.index(below: 4) { text.append(marks[generator.index(below: marks.count)]) }
            let once = NormalizedText.compatibilityComposed(String(text))
            #expect(NormalizedText.compatibilityComposed(once).utf8.elementsEqual(once.utf8), "\(Array(text))")
            let isCanonical = !text.contains { scalar in
                // The only scalars of this range with a compatibility decomposition.
                [
                    0xA0, 0xA8, 0xAA, 0xAF, 0xB2, 0xB3, 0xB4, 0xB5, 0xB8, 0xB9, 0xBA, 0xBC, 0xBD, 0xBE, 0x132, 0x133,
                    0x13F,
                ]
                .contains(scalar.value) || [0x140, 0x149, 0x17F].contains(scalar.value)
                    || (0x1C4...0x1CC).contains(scalar.value) || (0x1F1...0x1F3).contains(scalar.value)
            }
            if isCanonical { #expect(once == String(text), "\(Array(text))") }
        }
    }

    @Test func manyMarksAreOrderedInGoodTime() {
        let marks = String(repeating: "\u{301}\u{323}", count: 50_000)
        let result = NormalizedText.compatibilityComposed("q" + marks)
        #expect(result.unicodeScalars.count == 100_001)
        #expect(result.unicodeScalars.dropFirst().prefix(50_000).allSatisfy { $0 == "\u{323}" })
    }
}
