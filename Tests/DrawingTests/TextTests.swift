import Drawing
import Testing

@Suite("Text on cells")
struct TextTests {
    @Test(
        "width is counted in cells",
        arguments: [
            ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("ｆｕｌｌ", 8), ("🚀🔥", 4), ("❤", 1), ("▁▂▃", 3),
            ("⠋⡠", 2), ("±×α○●", 5), ("🇩🇪", 2), ("👩🏽", 2), ("각", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("a\tb", 3),
        ])
    func width(text: String, cells: Int) {
        #expect(Text.width(of: text) == cells)
    }

    @Test(
        "what does not fit ends in an ellipsis, never in half a glyph",
        arguments: [
            ("support-answer", 20, "support-answer"), ("support-answer", 14, "support-answer"),
            ("support-answer", 13, "support-answ…"), ("漢字漢字", 6, "漢字…"), ("漢字漢字", 5, "漢字…"),
            ("漢字", 2, "…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("abc", 1, "…"), ("abc", 0, ""),
            ("abc", -4, ""),
        ])
    func truncation(text: String, width: Int, result: String) {
        #expect(Text.truncated(text, to: width) == result)
    }

    @Test(
        "text breaks at blanks, and where it must",
        arguments: [
            ("", 10, [""]), ("one two three", 7, ["one two", "three"]), ("one two", 3, ["one", "two"]),
            ("abcdefghij", 4, ["abcd", "efgh", "ij"]), ("a abcdefghij", 4, ["a ", "abcd", "efgh", "ij"]),
            ("one\n\ntwo", 10, ["one", "", "two"]), ("a\tb", 20, ["a       b"]), ("漢字漢字", 5, ["漢字", "漢字"]),
            ("漢", 1, ["漢"]), ("x\u{1B}[0m", 10, ["x␛[0m"]),
        ])
    func wrapping(text: String, width: Int, lines: [String]) {
        #expect(Text.wrapped(text, width: width) == lines)
    }

    @Test("wrapping keeps styles, loses no letter and keeps to the width", arguments: 0..<20)
    func wrappingProperty(seed: UInt64) {
        var generator = SplitMix(seed: seed)
        let words = ["a", "support", "漢字", "e\u{301}", " ", "  ", "averyverylongwordindeed", "🚀"]
        var text = StyledText()
        for index in 0..<60 {
            text.append(words.randomElement(using: &generator) ?? "", index % 2 == 0 ? .text : .muted)
        }
        for width in 2...30 {
            let lines = text.wrapped(width: width)
            #expect(lines.allSatisfy { $0.width() <= width })
            let letters = lines.map(\.string).joined().filter { $0 != " " }
            #expect(letters == text.string.filter { $0 != " " })
        }
    }

    @Test("a long body is wrapped in time that grows with its length only")
    func longBody() {
        let lines = Text.wrapped(String(repeating: "word ", count: 50_000), width: 78)
        #expect(lines.count > 3_000)
    }
}
