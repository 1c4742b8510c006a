import Domain
import Testing

@testable import Conventions

@Suite struct PythonLiterals {
    static let read: [(String, JSON)] = [
        ("{}", [:]), ("[]", []), ("()", []), ("[1, -2, 3.5]", [1, -2, .number(3.5)]),
        ("{'a': None, 'b': True, \"c\": False}", ["a": .null, "b": true, "c": false]), ("(1,)", [1]),
        (#"['it\'s', "say \"hi\"", 'a\nb\t\\']"#, ["it's", #"say "hi""#, "a\nb\t\\"]),
        (#"['\x41', '\u00e9', '\U0001F6F0']"#, ["A", "é", "🛰"]), ("{1: 'a'}", ["1": "a"]),
    ]

    @Test(arguments: read) func spellsAValue(_ text: String, _ value: JSON) {
        #expect(PythonLiteral.read(text) == value)
    }

    static let notRead = [
        "", "None", "'text'", "[", "[1", "[1,,2]", "{'a'}", "{'a': }", "['a", "[ChatMessage(role='user')]", "[1] x",
        "[nan]", "{{1:1}:1}", "{[1]: 2}", "{(1, 2): 3}",
        #"['\ud800"#, #"['\x4']"#,
    ]

    @Test(arguments: notRead) func isNotRead(_ text: String) {
        #expect(PythonLiteral.read(text) == nil)
    }

    @Test(.timeLimit(.minutes(1))) func keysWithinKeysDoNotDoubleWhatIsHeld() throws {
        let text = String(repeating: "{", count: 63) + "1:1" + String(repeating: "}:1", count: 62) + "}"
        #expect(PythonLiteral.read(text) == nil)
        #expect(try contents([("input.value", .string(text))]).input.map(\.text) == [text])
    }
}
