import Statistics
import Testing

@Suite struct TokenizerTests {
    @Test(arguments: [
        (Tokenizer.unicode, "", []), (.ascii, "  ,.- ", []), (.unicode, "It's 3.5 %", ["it", "s", "3", "5"]),
        (.unicode, "Ärger über_alles", ["ärger", "über", "alles"]), (.ascii, "Ärger", ["rger"]),
        (.unicode, "ﾊﾟﾝ日本語abc", ["パ", "ン", "日", "本", "語", "abc"]), (.ascii, "\u{212A}g 1İx", ["kg", "1i", "x"]),
        (.unicode, "สวัส", ["ส", "ว", "ส"]), (.unicode, "नमस्ते", ["नमस्ते"]), (.unicode, "👍 ok\u{0}x", ["ok", "x"]),
    ])
    func words(tokenizer: Tokenizer, text: String, words: [String]) {
        let tokens = tokenizer.tokens(of: text)
        #expect(tokens.texts == words)
        #expect(tokens.count == words.count && tokens.isEmpty == words.isEmpty)
    }
}
