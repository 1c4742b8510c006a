import Domain
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        (#"{"a":[1,-2,3.5,true,false,null,"x"],"b":{}}"#, #"{"a":[1,-2,3.5,true,false,null,"x"],"b":{}}"#),
        (#" "a\u00e9\n\ud83d\ude00\"" "#, "\"aé\\n😀\\\"\""),
        (#""\ud800x""#, "\"\u{FFFD}x\""), (#""\ud83dA""#, "\"\u{FFFD}A\""),
        ("9223372036854775807", "9223372036854775807"), ("-0", "0"), ("1e3", "1000"), ("[]", "[]"),
    ])
    func readsAndWrites(text: String, again: String) throws {
        #expect(try JSON(parsing: text).text == again)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{'a':1}", "01", "+1", "1.", "1e", "-", "NaN", "Infinity", "nul", "\"",
        "\"\\q\"",
        "\"\\u12g4\"", "\"\\u12", "\"a\u{01}b\"", "{}{}", "[1 2]", "{\"a\" 1}", "{1:2}", "1e400", "/*x*/1", "\u{FEFF}1",
    ])
    func refusesWhatIsNotJSON(text: String) {
        #expect(throws: JSONError.self) { try JSON(parsing: text) }
    }

    @Test func refusesIllFormedUTF8() {
        #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
    }

    @Test func depthIsBounded() throws {
        let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        #expect(throws: Never.self) { try JSON(parsing: deep) }
        #expect(throws: JSONError.self) { try JSON(parsing: "[" + deep + "]") }
        #expect(throws: JSONError.self) { try JSON(parsing: String(repeating: "[", count: 1_000_000)) }
    }

    @Test func prettyTextReadsBackTheSame() throws {
        let value = try JSON(parsing: #"{"a":[1,{"b":[]}],"c":"d"}"#)
        #expect(try JSON(parsing: value.prettyText) == value)
        #expect(value.prettyText.contains("\n  \"a\": [\n    1,"))
    }

    @Test func nothingThatSteersATerminalIsWrittenAsItself() throws {
        let hostile = "a\u{1B}[2J\u{9B}31m\u{202E}\u{200B}\u{E0041}é漢"
        let text = JSON.string(hostile).text
        #expect(text == #""a\u001b[2J\u009b31m\u202e\u200b\udb40\udc41é漢""#)
        #expect(try JSON(parsing: text) == .string(hostile))
    }

    @Test func numbersThatAreNotFiniteAreMissing() {
        #expect(JSON(Double.nan as Double?) == .null)
        #expect(JSON(nil as Double?) == .null)
        #expect(JSON(2.5).text == "2.5")
    }
}
