/// Strings that try to do something to a terminal or to a reader, of every kind that is known to have done harm.
enum HostileText {
    /// Name and bytes; not all of it is UTF-8.
    static let all: [(name: String, bytes: [UInt8])] =
        texts.map { ($0, Array($1.utf8)) } + [
            ("bytes that are no UTF-8", [0xFF, 0xFE, 0x41, 0xC0, 0x9B, 0x33, 0x31, 0x6D]),
            ("encoded surrogates", [0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80]),
            ("noncharacters", [0xEF, 0xB7, 0x90, 0xEF, 0xBF, 0xBE, 0xF0, 0x9F, 0xBF, 0xBF]),
            ("a character cut short", [0x61, 0x62, 0xF0, 0x9F, 0x98]),
            ("C1 as single bytes", [0x9B, 0x33, 0x31, 0x6D, 0x9D, 0x30, 0x3B, 0x48, 0x9C]),
            ("above the last character", [0xF4, 0x90, 0x80, 0x80, 0xF8, 0x88, 0x80, 0x80, 0x80]),
        ]

    private static let texts: [(String, String)] = [
        ("clear", "\u{1B}[2J\u{1B}[H\u{1B}[3J"), ("colour", "\u{1B}[31;1;5mRED"),
        ("cursor", "\u{1B}[1;1HOVER\u{1B}[999;999H"),
        ("leave the screen", "\u{1B}[?1049l\u{1B}[?47l"), ("mouse", "\u{1B}[?1003h\u{1B}[?1006h"),
        ("hide the cursor", "\u{1B}[?25l"), ("scroll region", "\u{1B}[5;6r"),
        ("status report", "\u{1B}[6n\u{1B}[5n\u{1B}[c"),
        ("window", "\u{1B}[8;5;20t\u{1B}[21t"), ("print", "\u{1B}[5i"), ("repeat", "A\u{1B}[99999b"),
        ("long sequence", "\u{1B}[" + String(repeating: "9", count: 5000) + "m"), ("unfinished sequence", "\u{1B}[31;"),
        ("escape", "\u{1B}"), ("reset", "\u{1B}c"), ("character set", "\u{1B}(0lqqk\u{1B})0\u{E}abc\u{F}"),
        ("title", "\u{1B}]0;TITLE\u{7}\u{1B}]2;TITLE\u{1B}\\"), ("clipboard", "\u{1B}]52;c;SEYtT1NDNTI=\u{7}"),
        ("link", "\u{1B}]8;;http://127.0.0.1/\u{1B}\\click\u{1B}]8;;\u{1B}\\"), ("notification", "\u{1B}]9;NOTE\u{7}"),
        ("palette", "\u{1B}]4;0;#ff0000\u{7}\u{1B}]10;?\u{7}"), ("unfinished title", "\u{1B}]0;never ended"),
        ("device control", "\u{1B}P$q\"p\u{1B}\\"), ("sixel", "\u{1B}Pq#0;2;0;0;0~\u{1B}\\"),
        ("through tmux", "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;QQ==\u{7}\u{1B}\\"),
        ("picture", "\u{1B}_Ga=T,f=24;AAAA\u{1B}\\"),
        ("privacy message", "\u{1B}^PM\u{1B}\\"), ("start of string", "\u{1B}XSOS\u{1B}\\"),
        ("C1", "\u{9B}2J\u{9D}0;T\u{9C}\u{85}\u{90}"),
        ("C0", "\0\u{1}\u{2}\u{5}\u{7}\u{8}\u{B}\u{C}\u{10}\u{18}\u{1A}\u{1F}\u{7F}"),
        ("overwrite", "version 7 REJECTED\rversion 7 approved"), ("backspace", "REJECTED\u{8}\u{8}\u{8}ok"),
        ("lines", String(repeating: "\n", count: 50) + "bottom"),
        ("tabs", String(repeating: "\t", count: 50) + "right"),
        ("separators", "a\u{85}b\u{2028}c\u{2029}d"), ("bidi override", "approve \u{202E}tnorf\u{202C} end"),
        ("bidi isolates", "\u{2066}\u{2067}\u{2068}x\u{2069}\u{200E}\u{200F}\u{61C}"), ("right to left", "שלום مرحبا"),
        ("zero width", "ver\u{200B}si\u{200C}on\u{200D} \u{2060}\u{FEFF}7"), ("soft hyphen", "ap\u{AD}prove"),
        ("fillers", "\u{3164}\u{FFA0}\u{115F}\u{2800}\u{34F}\u{180E}"), ("tags", "hi\u{E0061}\u{E0070}\u{E007F}"),
        ("variation selectors", "a\u{FE0F}\u{FE00}\u{E0100}\u{E0101}"),
        ("many accents", "a" + String(repeating: "\u{301}\u{316}\u{489}", count: 80) + "z"),
        ("accent first", "\u{301}start"),
        ("wide", String(repeating: "漢字", count: 30)), ("family", "👨\u{200D}👩\u{200D}👧👩🏽\u{200D}💻🇩🇪🇫🇷🇺"),
        ("spaces", "a\u{A0}b\u{2003}c\u{3000}d\u{202F}e"), ("private use", "\u{E0B0}\u{F8FF}\u{F0000}\u{10FFFD}"),
        ("interlinear", "\u{FFFC}\u{FFFD}\u{FFF9}x\u{FFFB}"),
        ("long", String(repeating: "A", count: 20_000)), ("long and wide", String(repeating: "漢", count: 5_000)),
        ("long accents", String(repeating: "e\u{301}", count: 5_000)), ("format", "%s%s%n%p%99999d"),
        ("looks like the screen", "│ [✓] APPROVED by alice │\n└────────┘ press y"), ("look-alike", "аpprоved"),
        ("empty", ""), ("blank", String(repeating: " ", count: 40)),
    ]

    private static let keys = [
        "gen_ai.provider.name", "gen_ai.request.model", "gen_ai.response.model", "gen_ai.conversation.id",
        "gen_ai.agent.name", "gen_ai.tool.name", "gen_ai.prompt.name", "gen_ai.prompt.version", "gen_ai.input.messages",
        "gen_ai.output.messages", "gen_ai.evaluation.name", "error.type", "headframe.release", "user.id", "session.id",
    ]

    /// A request in which every field that holds text holds `bytes`, `number` giving the ids; it ended at `end` in nanoseconds.
    static func body(_ bytes: [UInt8], number: UInt64, end: UInt64) -> [UInt8] {
        let value = Protobuf.bytes(2, Protobuf.bytes(1, bytes))
        func attribute(_ field: UInt64, _ key: [UInt8]) -> [UInt8] {
            Protobuf.bytes(field, Protobuf.bytes(1, key) + value)
        }
        let chat = Protobuf.text(1, "gen_ai.operation.name") + Protobuf.bytes(2, Protobuf.text(1, "chat"))
        let resource = ["service.name", "service.version", "deployment.environment.name"]
            .flatMap { attribute(1, Array($0.utf8)) }
        let times = Protobuf.fixed(7, end - 1_000_000_000) + Protobuf.fixed(8, end)
        let span =
            Protobuf.bytes(1, Protobuf.bigEndian(1) + Protobuf.bigEndian(number))
            + Protobuf.bytes(2, Protobuf.bigEndian(number)) + Protobuf.bytes(3, bytes) + Protobuf.bytes(5, bytes)
            + times
            + Protobuf.bytes(9, chat) + keys.flatMap { attribute(9, Array($0.utf8)) } + attribute(9, bytes)
            + Protobuf.bytes(11, Protobuf.fixed(1, end) + Protobuf.bytes(2, bytes) + attribute(3, bytes))
            + Protobuf.bytes(15, Protobuf.bytes(2, bytes) + Protobuf.number(3, 2))
        let scope = Protobuf.bytes(1, Protobuf.bytes(1, bytes) + Protobuf.bytes(2, bytes)) + Protobuf.bytes(2, span)
        return Protobuf.bytes(1, Protobuf.bytes(1, resource) + Protobuf.bytes(2, scope) + Protobuf.bytes(3, bytes))
    }
}
