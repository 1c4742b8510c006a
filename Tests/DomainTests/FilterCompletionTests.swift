import Domain
import Testing

@Suite("Filter completion")
struct FilterCompletionTests {
    static let words = FilterVocabulary(
        values: [
            .model: ["gpt-4o", "gpt-4o-mini", "Claude Sonnet", "o3"], .release: ["answer@r41", "answer@r42"],
            .error: ["say \"no\", twice"],
        ], scores: ["faithful"])

    /// What the filter becomes with the first candidate at its end.
    private func completed(_ text: String) -> String? {
        let offset = text.unicodeScalars.count
        return Filter.completions(of: text, at: offset, vocabulary: Self.words).first.map {
            String(text.unicodeScalars.prefix($0.replaced.lowerBound)) + $0.text
                + String(text.unicodeScalars.dropFirst($0.replaced.upperBound))
        }
    }

    @Test(
        "keys, values in quotes where needed, scores, examples and units",
        arguments: [
            ("sta", "status:"), ("status:error mod", "status:error model:"), ("-rel", "-release:"), ("lat", "latency>"),
            ("score", "score.faithful<"), ("model:gpt-4o-", "model:gpt-4o-mini"),
            ("model:sonnet", "model:\"Claude Sonnet\""),
            ("model:\"cl", "model:\"Claude Sonnet\""), ("model:gpt-4o,", "model:gpt-4o,gpt-4o-mini"),
            ("error:", "error:\"say \\\"no\\\", twice\""), ("status:", "status:error"), ("latency>", "latency>3s"),
            ("latency>=12", "latency>=12s"), ("tokens<8", "tokens<8k"), ("score.faithful<", "score.faithful<0.5"),
        ])
    func first(text: String, expected: String) { #expect(completed(text) == expected) }

    @Test(
        "where nothing is known nothing is offered",
        arguments: ["\"text with model:", "colour:", "model:none", "latency>fast", "zzz", "score.x<1"])
    func none(text: String) { #expect(completed(text) == nil) }

    @Test("every key and quantity that a filter knows is offered, and every candidate begins a filter")
    func all() {
        let offered = Filter.completions(of: "", at: 0, vocabulary: Self.words).map(\.text)
        for key in Filter.keys { #expect(offered.contains(key + ":")) }
        for quantity in Filter.quantities { #expect(offered.contains(quantity + ">")) }
        for candidate in offered where candidate != "\"" {
            for value in Filter.completions(of: candidate, at: candidate.unicodeScalars.count, vocabulary: Self.words) {
                #expect(throws: Never.self) { try Filter(parsing: candidate + value.text) }
            }
        }
    }

    @Test("in the middle of a filter only the part before the place is replaced")
    func middle() {
        let found = Filter.completions(of: "mod status:error", at: 3, vocabulary: Self.words)
        #expect(found.first == Filter.completions(of: "mod", at: 3, vocabulary: Self.words).first)
        #expect(found.first?.replaced == 0..<3)
    }

    @Test(
        "what is typed may still become a condition; what is finished may not",
        arguments: [
            ("lat", 3, false), ("lat ", 4, true), ("model:", 6, false), ("colour:red", 10, true),
            ("latency>3", 9, false), ("latency>3 x", 11, true), ("\"open", 5, false), ("-", 1, false), ("- x", 3, true),
            ("status:error", 12, false),
        ])
    func mistakes(text: String, offset: Int, isMistake: Bool) {
        #expect((Filter.mistake(in: text, typingAt: offset) != nil) == isMistake)
    }

    @Test(
        "conditions as they are written",
        arguments: [
            ("", []), ("a:b", ["a:b"]),
            (" -a:\"x y\",z  latency>3s \"two words\"", ["-a:\"x y\",z", "latency>3s", "\"two words\""]),
        ] as [(String, [String])])
    func conditions(text: String, expected: [String]) { #expect(Filter.conditions(of: text) == expected) }

    @Test("any text at any place does no harm", arguments: 0..<200 as Range<UInt64>)
    func anyText(seed: UInt64) {
        var state = seed &+ 1
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let pieces = [
            "model", ":", "=", "<", ">", ",", "\"", "\\", " ", "-", "é", "漢", "\u{301}", "score.", "3", "\t", "\n",
        ]
        let text = (0..<random(14)).map { _ in pieces[random(pieces.count)] }.joined()
        let count = text.unicodeScalars.count
        for offset in -1...(count + 1) {
            for candidate in Filter.completions(of: text, at: offset, vocabulary: Self.words) {
                #expect(candidate.replaced.lowerBound >= 0 && candidate.replaced.upperBound <= count)
            }
            _ = Filter.mistake(in: text, typingAt: offset)
        }
        let conditions = Filter.conditions(of: text)
        if let filter = try? Filter(parsing: text) { #expect(conditions.count == filter.terms.count) }
    }
}
