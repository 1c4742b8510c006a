import Testing

@testable import Terminal

@Suite("Decoding input")
struct InputDecoderTests {
    static let cases: [(bytes: String, events: [InputEvent])] = [
        ("a", [.key(.character("a"))]),
        ("jj", [.key(.character("j")), .key(.character("j"))]),
        (" ", [.key(.space)]),
        ("é漢🚀", [.key(.character("é")), .key(.character("漢")), .key(.character("🚀"))]),
        ("\r", [.key(.enter)]),
        ("\n", [.key(.enter)]),
        ("\t", [.key(.tab)]),
        ("\u{7F}", [.key(.backspace)]),
        ("\u{8}", [.key(.backspace)]),
        ("\u{C}", [.key(.control("l"))]),
        ("\u{1B}[A", [.key(.up)]),
        ("\u{1B}OB", [.key(.down)]),
        ("\u{1B}[1;5C", [.key(.right)]),
        ("\u{1B}[D", [.key(.left)]),
        ("\u{1B}[H\u{1B}[1~\u{1B}[7~\u{1B}OH", Array(repeating: .key(.home), count: 4)),
        ("\u{1B}[F\u{1B}[4~\u{1B}[8~", Array(repeating: .key(.end), count: 3)),
        ("\u{1B}[3~", [.key(.delete)]),
        ("\u{1B}[5~\u{1B}[6~", [.key(.pageUp), .key(.pageDown)]),
        ("\u{1B}[Z", [.key(.shiftTab)]),
        ("\u{1B}q", [.key(.escape), .key(.character("q"))]),
        ("\u{1B}\u{1B}[A", [.key(.escape), .key(.up)]),
        ("\u{1B}[I\u{1B}[O", [.focus(true), .focus(false)]),
        ("\u{1B}[200~two\nlines\u{1B}[201~x", [.paste("two\nlines"), .key(.character("x"))]),
        ("\u{1B}[200~\u{1B}[20\u{1B}[201~", [.paste("\u{1B}[20")]),
        ("\u{1B}[<0;5;3M\u{1B}[<0;5;3m", [.mouse(InputMouse(.press, x: 4, y: 2))]),
        ("\u{1B}[<64;300;1M", [.mouse(InputMouse(.scrollUp, x: 299, y: 0))]),
        ("\u{1B}[<65;1;200M", [.mouse(InputMouse(.scrollDown, x: 0, y: 199))]),
        ("\u{1B}[M %#\u{1B}[M#%#", [.mouse(InputMouse(.press, x: 4, y: 2))]),
        // Swallowed: function keys, answers, motion, nonsense.
        ("\u{1B}[15~\u{1B}OP\u{1B}[?62;c\u{1B}[?2026;2$y\u{1B}[<35;5;5M\u{1B}[<99999999999999999999;1;1M", []),
        ("\u{1B}[<0;-9223372036854775808;1M\u{1B}[<0;1;-9223372036854775808M\u{1B}[<-9223372036854775808;1;1M", []),
        (
            "\u{1B}[<0;65536;1M\u{1B}[<0;+1;1M\u{1B}[<0;0;1M\u{1B}[<0;1M\u{1B}[<200~\u{1B}[-0~\u{1B}[65541~z",
            [.key(.character("z"))]
        ),
        ("\u{1B}[<0;65535;65535M", [.mouse(InputMouse(.press, x: 65_534, y: 65_534))]),
        // However long, and whatever stands in them.
        ("\u{1B}]52;c;\(long)\u{7}q", [.key(.character("q"))]),
        ("\u{1B}]52;c;\(long)\u{1B}\\q", [.key(.character("q"))]),
        ("\u{1B}P\(long)\u{1B}\\\u{1B}_\(long)\u{1B}\\\u{1B}^\(long)\u{7}", []),
        (
            "\u{1B}[\(String(repeating: "0", count: 1_000))5~\u{1B}[\(String(repeating: "1;", count: 500))Aq",
            [.key(.character("q"))]
        ),
        ("\u{1B}]11;rgb:0000/0000/0000\u{7}\u{1B}P1$r0m\u{1B}\\z", [.key(.character("z"))]),
    ]

    private static let long = String(repeating: "j ", count: 1_000)

    @Test("bytes become events", arguments: cases.indices)
    func decode(index: Int) {
        let (bytes, events) = Self.cases[index]
        var decoder = InputDecoder()
        #expect(decoder.feed(bytes.utf8) == events, "\(bytes.debugDescription)")
        #expect(!decoder.isWaiting)
    }

    @Test("it does not matter how the bytes are cut", arguments: cases.indices)
    func decodeByteByByte(index: Int) {
        let (bytes, events) = Self.cases[index]
        var decoder = InputDecoder()
        #expect(bytes.utf8.flatMap { decoder.feed([$0]) } == events, "\(bytes.debugDescription)")
    }

    @Test("a lone escape is the key when nothing follows in time")
    func loneEscape() {
        var decoder = InputDecoder()
        #expect(decoder.feed([0x1B]) == [])
        #expect(decoder.isWaiting)
        #expect(decoder.flush() == [.key(.escape)])
        #expect(!decoder.isWaiting)
        #expect(decoder.feed([0x1B, 0x5B]) == [])
        #expect(decoder.flush() == [.key(.escape), .key(.character("["))])
    }

    @Test("a sequence that was cut off does not act as keys")
    func cutSequence() {
        var decoder = InputDecoder()
        #expect(decoder.feed("\u{1B}[1;5".utf8) == [])
        #expect(decoder.flush() == [])
        #expect(decoder.feed([0xE6]) == [])
        #expect(decoder.flush() == [])
        #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
    }

    @Test("damaged UTF-8 and C1 controls are no keys")
    func damagedText() {
        var decoder = InputDecoder()
        let bytes: [UInt8] = [0xFF, 0xC0, 0xAF, 0xC2, 0x9B, 0xED, 0xA0, 0x80, 0xE6, 0x41]
        #expect(decoder.feed(bytes) == [.key(.character("A"))])
    }

    @Test("pasted text is one event, bounded, and never keys")
    func longPaste() {
        var decoder = InputDecoder()
        let long = String(repeating: "A", count: InputDecoder.pasteLimit + 5)
        #expect(decoder.feed("\u{1B}[200~\(long)".utf8) == [])
        #expect(!decoder.isWaiting)
        #expect(decoder.feed("\u{1B}[201~".utf8) == [.paste(String(long.dropLast(5)))])
    }

    @Test("random bytes never stop the decoder from seeing the next key", arguments: 0..<20)
    func randomBytes(seed: UInt64) {
        var generator = LinearCongruential(seed: seed)
        var decoder = InputDecoder()
        for _ in 0..<200 {
            _ = decoder.feed((0..<50).map { _ in UInt8.random(in: 0...255, using: &generator) })
            _ = decoder.flush()
        }
        _ = decoder.feed("\u{1B}[201~".utf8)
        _ = decoder.flush()
        #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
    }
}

/// A linear congruential generator (Knuth, MMIX), so that a seed repeats what it did.
private struct LinearCongruential: RandomNumberGenerator {
    private var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
