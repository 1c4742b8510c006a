import Domain
import Redaction
import Testing

@Suite struct KeyRulesTests {
    private func action(_ key: String, _ rules: KeyRules = KeyRules()) -> KeyAction? {
        Array(key.utf8).withUnsafeBytes(rules.action(for:))
    }

    @Test(arguments: [
        "authorization", "http.request.header.Authorization", "Cookie", "set-cookie", "access_token", "X-Api-Key",
        "db.password",
        "client_secret", "OPENAI_API_KEY", "secretAccessKey", "privateKey",
    ])
    func confidentialKeysAreDropped(key: String) { #expect(action(key) == .drop) }

    @Test(arguments: [
        "gen_ai.usage.input_tokens", "llm.token_count.prompt", "gen_ai.token.type", "max_tokens",
        "gen_ai.server.time_to_first_token", "gen_ai.usage.details.cache_read_tokens", "llm.tokenizer",
        "mlflow.chat.tokenUsage", "inputTokenDetails", "maxTokens", "eos_token",
    ])
    func countsOfTokensAreKept(key: String) { #expect(action(key) == .keep) }

    @Test func othersHaveNoRule() { #expect(action("gen_ai.request") == nil && action("service.name") == nil) }

    @Test func ownRulesGoBeforeAndExactOnesBeforePatterns() {
        let rules = KeyRules(["user.*": .hash, "user.plan": .keep, "session_token": .keep])
        #expect(action("user.id", rules) == .hash)
        #expect(action("user.plan", rules) == .keep)
        #expect(action("session_token", rules) == .keep)
        #expect(action("other_token", rules) == .drop)
    }
}
