import Domain
import Testing

@testable import Storage

/// The search in bytes must never miss what stands in the contents, however it is encoded.
@Suite struct SearchedTextTests {
    private func found(_ text: String, in bytes: String) -> Bool {
        var bytes = bytes
        return bytes.withUTF8 { !SearchedText(text).places(in: UnsafeRawBufferPointer($0)).isEmpty }
    }

    @Test(arguments: [
        ("refund", "I want a REFUND now"), ("Refund", "refund"), ("über", #"\u00dcber alles"#), ("ÜBER", "über"),
        ("say \"hi\"", #"{"text":"Say \"Hi\""}"#), ("say \"hi\"", #"{"t":"{\"a\":\"say \\\"HI\\\"\"}"}"#),
        ("a/b", #"a\/b"#), ("a<b", #"a\u003Cb"#), ("возврат", #"\u0412\u041E\u0437врат"#), ("🚀", #"\ud83d\uDE80"#),
        ("it's", #"'it\'s'"#), ("\"", #"\""#), ("line\nbreak", #"LINE\nbreak"#), ("C:\\temp", #"C:\\temp"#),
        ("é", #"\xe9"#),
        ("Σ", "ς σ"), ("日本", "日本語"),
    ])
    func whatStandsThereIsFound(text: String, bytes: String) { #expect(found(text, in: bytes)) }

    @Test(arguments: [
        ("refund", "re fund"), ("refund", ""), ("über", "uber"), ("k", "\u{212A}"), ("refunds", "refund"), ("日本", "日"),
    ])
    func whatDoesNotIsNot(text: String, said: String) {
        var contents = SpanContents()
        contents.input = [Message(role: "user", parts: [.text(said)])]
        #expect(!SearchedText(text).isContained(in: contents))
    }

    @Test func whateverContainsTheTextIsFoundInEveryEncoding() {
        var random = SeededGenerator(seed: 11)
        let letters = Array("aAbB \"\\/'<é\u{E9}ßЖж日🚀\n\tK0".unicodeScalars)
        for _ in 0..<600 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1..<12, using: &random) {
                text.append(letters.randomElement(using: &random) ?? "a")
            }
            let scalars = Array(text)
            let from = Int.random(in: 0..<scalars.count, using: &random)
            let to = Int.random(in: from + 1...scalars.count, using: &random)
            var wanted = String.UnicodeScalarView()
            for scalar in scalars[from..<to] {
                let swapped = Bool.random(using: &random) ? scalar.properties.uppercaseMapping : String(scalar)
                wanted.append(
                    contentsOf: LetterFolding.fold(swapped) == [LetterFolding.fold(scalar)]
                        ? swapped.unicodeScalars : String(scalar).unicodeScalars)
            }
            var contents = SpanContents()
            contents.input = [Message(role: "user", parts: [.text(String(text))])]
            let searched = SearchedText(String(wanted))
            #expect(searched.isContained(in: contents))
            let json = JSON.string(String(text)).text
            let ascii = json.unicodeScalars.map { scalar in
                scalar.isASCII
                    ? String(scalar)
                    : Array(String(scalar).utf16).map { unit in
                        let digits = String(unit, radix: 16)
                        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                    }.joined()
            }.joined()
            for encoded in [String(text), json, ascii, JSON.string(json).text] {
                #expect(found(String(wanted), in: encoded))
            }
        }
    }

    @Test func arbitraryBytesAreSurvived() {
        var random = SeededGenerator(seed: 12)
        let texts = ["a", "\\", "é", "\"x", "🚀"].map(SearchedText.init)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : [0x5C, 0x75, 0x78, 0x64, 0x38].randomElement(using: &random) ?? 0
            }
            for text in texts { bytes.withUnsafeBytes { _ = text.places(in: $0) } }
        }
    }
}
