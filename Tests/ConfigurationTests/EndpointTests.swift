import Configuration
import Domain
import Testing

@Suite struct EndpointTests {
    private func endpoints(_ lines: String) throws -> [EndpointSettings] {
        try Configuration(parsing: "endpoints:\n" + lines, file: "c.yaml").endpoints
    }

    @Test func reads() throws {
        let found = try endpoints(
            "- {name: openai, url: \"https://api.openai.com/v1\", key_env: OPENAI_API_KEY}\n"
                + "- {name: local, url: \"http://127.0.0.1:8000/v1\", models: {gpt-4o: llama}, concurrency: 2, timeout_seconds: 120}"
        )
        #expect(found.map(\.name) == ["openai", "local"])
        #expect(found[0].keyVariable == "OPENAI_API_KEY")
        #expect(found[1].model("gpt-4o") == "llama")
        #expect(found[1].model("o3") == "o3")
        #expect(found[1].timeout == .seconds(120))
    }

    @Test(
        "what is wrong is said with its line",
        arguments: [
            ("- {url: \"https://a.example/v1\"}", "name must be"),
            ("- {name: a, url: \"http://a.example/v1\"}", "url must be"),
            ("- {name: a, url: \"https://a.example\", key_env: \"sk-123\"}", "the key itself never stands here"),
            ("- {name: a, url: \"https://a.example\", concurrency: 0}", "concurrency must be a whole number"),
            (
                "- {name: a, url: \"https://a.example\"}\n- {name: a, url: \"https://b.example\"}",
                "the name a stands more than once"
            ),
        ])
    func mistakes(lines: String, message: String) {
        let error = #expect(throws: ConfigurationError.self) { try endpoints(lines) }
        #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
        #expect(error?.description.contains("sk-123") != true)
        #expect(error?.problems.first?.line != nil)
    }
}
