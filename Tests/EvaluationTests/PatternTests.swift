import Domain
import Testing

@testable import Evaluation

@Suite struct PatternTests {
    @Test(arguments: [
        ("abc", "xxabcxx", true), ("^abc$", "abc", true), ("^abc$", "abcd", false), ("a|b|cd", "xcdx", true),
        ("a*", "", true), ("^a+$", "aaaa", true), ("^(?:ab){2,3}$", "ababab", true),
        ("^(?:ab){2,3}$", "abababab", false),
        ("^a{3}$", "aaa", true), ("^a{2,}$", "a", false), (#"\bcat\b"#, "a cat sat", true),
        (#"\bcat\b"#, "concat", false),
        ("[^0-9]+", "123", false), (#"^[\w-]+@[\w.]+$"#, "ana-b@example.com", true), ("(?i)straße", "STRAßE", true),
        ("^.$", "\n", false), ("^[]a]$", "]", true), ("a{x", "a{x", true), ("^(a|)b$", "b", true),
        ("^(a*)*$", "aaa", true),
        (#"\d{4}-\d{2}"#, "on 2026-11 or so", true), ("^(x?){50}$", "", true),
    ])
    func finds(pattern: String, text: String, isFound: Bool) throws {
        #expect(try Pattern(pattern).isFound(in: text) == isFound)
    }

    @Test(arguments: ["(", ")", "a)", "[a", "*a", "(?=a)", #"a\"#, #"\1"#, "a{3,2}", "a{1001}", "((a{900}){900})"])
    func saysWhatIsWrong(pattern: String) {
        #expect(throws: PatternError.self) { try Pattern(pattern) }
    }

    /// Backtracking would take longer than the universe has existed.
    @Test func takesLinearTime() throws {
        let text = String(repeating: "a", count: 5_000)
        #expect(try !Pattern("^(a|a)*(a|aa)+b$").isFound(in: text))
    }
}
