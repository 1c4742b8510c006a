import Domain
import Redaction
import Testing

/// Key rules reach the members of JSON that stands in texts.
@Suite struct MemberTests {
    private static let rules = KeyRules(["user_id": .hash, "plan": .drop, "page_token": .keep])
    private static let masker = Masker(
        Detector(kinds: .usual, keys: rules), quotesMarks: false, pseudonyms: Pseudonyms(key: [1]))

    private func masked(_ text: String) -> String {
        var counts = RedactionCounts()
        let bytes = Array(text.utf8).withUnsafeBytes { Self.masker.masked($0, counts: &counts) }
        return bytes.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    /// `text` as the text of a member, `layers` times.
    private func nested(_ text: String, _ layers: Int) -> String {
        (0..<layers).reduce(text) { text, _ in
            let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
            return "{\"text\": \"\(escaped)\"}"
        }
    }

    @Test(arguments: [
        (#"{"api_key": "abc", "city": "Oslo"}"#, #"{"api_key": "[REDACTED:key]", "city": "Oslo"}"#),
        (#"{"password":"a \" b \\","x":1}"#, #"{"password":"[REDACTED:key]","x":1}"#),
        (#"{ "Client-Secret" : "x" }"#, #"{ "Client-Secret" : "[REDACTED:key]" }"#),
        (#"Use this:\n{"authorization": "Basic eDp5"} now"#, #"Use this:\n{"authorization": "[REDACTED:key]"} now"#),
        (#"{"credentials": {"user": "x", "n": [1, "]"]}, "x": 1}"#, #"{"credentials": "[REDACTED:key]", "x": 1}"#),
        (#"{"secrets":["a","b"]}"#, #"{"secrets":"[REDACTED:key]"}"#),
        (#"{'password': 'it\'s', 'x': None}"#, #"{'password': '[REDACTED:key]', 'x': None}"#),
        (#"{'password': "it's", 'x': ['a']}"#, #"{'password': "[REDACTED:key]", 'x': ['a']}"#),
        (#"{'credentials': {'a': "b"}}"#, #"{'credentials': '[REDACTED:key]'}"#),
        (#"{"plan": "gold"}"#, #"{"plan": "[REDACTED:key]"}"#),
        (#"{"password": "cut off her"#, #"{"password": "[REDACTED:key]"#),
        (#"{"credentials": {"a": "cut off"#, #"{"credentials": "[REDACTED:key]""#),
        (#"{"password": "mail jane@example.com and sk-abc"}"#, #"{"password": "[REDACTED:key]"}"#),
        (#"{"name": "x@y.io", "token": "t"}"#, #"{"name": "[REDACTED:email]", "token": "[REDACTED:key]"}"#),
        (#"{"password": "[REDACTED:email] and more"}"#, #"{"password": "[REDACTED:key]"}"#),
    ])
    func textsUnderConfidentialKeysAreTakenOut(text: String, expected: String) {
        #expect(masked(text) == expected)
        #expect(masked(expected) == expected)
        for layers in 1...4 { #expect(masked(nested(text, layers)) == nested(expected, layers), "\(layers) layers") }
    }

    @Test(arguments: [
        #"{"max_tokens": 100, "token": 5, "secret": true, "password": null, "api_key": ""}"#,
        #"{"usage": {"tokens": {"input": 3}, "tokenUsage": {"promptTokens": 1}, "input_token_details": {"cached": 1}}}"#,
        #"{"token": "Hello", "logprob": -0.31, "top_logprobs": []}"#,
        #"{"token": " wor", "bytes": [32, 119], "logprob": -0.31}"#,
        #"{"properties": {"password": {"type": "string", "description": "new one"}, "x": {}}, "required": ["password"]}"#,
        #"{"api_key": {"title": "Api Key", "type": "string"}, "token": {"anyOf": [{"type": "string"}], "title": "T"}}"#,
        #"{"page_token": "CAUQAA", "city": "Oslo", "key": "value"}"#,
        #"He asked for the "password": nobody answered. "So the token": five."#,
        #"os.environ["API_KEY"]; {"password": password, "token": get()}"#,
        #"{"token_type": "Bearer", "special_tokens": ["</s>"], "secretary": 1}"#,
        "\"password\"", "{\"password\":", "{\"password\": ", ":\": \"x\"", "\": \"", "'': 'x'", "{\"a\\\": \"b\"}",
    ])
    func othersStay(text: String) {
        for layers in 0...4 { #expect(masked(nested(text, layers)) == nested(text, layers)) }
    }

    @Test func pseudonymsTellApartAndStay() {
        let (one, other) = (masked(#"{"user_id": "anna"}"#), masked(#"{"user_id": "bert"}"#))
        #expect(one.hasPrefix(#"{"user_id": "hash:"#) && one != other && one == masked(#"{"user_id": "anna"}"#))
        #expect(masked(one) == one)
    }

    /// Texts that invite to look at the same again and again.
    @Test(arguments: [
        "{\"token\":", "{\"token\":{\"type\":\"string\",", "\"token\":\"a\",\"logprob\":", "'token': \"", "\"a\":'",
        "\\\\\\\"token\\\\\\\":[",
        "{\"token\":{\"title\":\"", "\"token\":[[", "\"token\": {\"anyOf\":[", "\\", "\"secret\"     ",
    ])
    func timeGrowsWithLengthOnly(piece: String) {
        let text = [UInt8](String(repeating: piece, count: 500_000 / piece.utf8.count).utf8)
        let time = ContinuousClock().measure { _ = text.withUnsafeBytes(Detector(keys: Self.rules).findings(in:)) }
        // Tenths of a second are usual; a square of the length would take minutes.
        #expect(time < .seconds(20), "\(piece): \(time)")
    }
}
