extension Field<Configuration> {
    /// Which models evaluations can ask.
    static var endpoints: Field {
        .list(
            "endpoints", \.endpoints, .endpoints,
            sample: [
                "endpoints:", "  - name: openai", "    url: https://api.openai.com/v1", "    key_env: OPENAI_API_KEY",
                "  - name: local", "    url: http://127.0.0.1:8000/v1", "    models: {gpt-4o: llama-3.1-8b}",
                "    concurrency: 2", "    timeout_seconds: 120",
            ],
            "Servers that speak the chat completions of OpenAI, which evaluations ask; the first one unless a run names\n"
                + "another. key_env is the environment variable of headframed that holds the key. models says what the server\n"
                + "calls models. allow_addresses names private networks that the url may lead to. Read again on SIGHUP."
        )
    }
}

extension ListSchema<EndpointSettings> {
    fileprivate static var endpoints: ListSchema {
        let schema = Schema<EndpointDraft>(
            .value("name", \.name, .text, "By which runs name it."),
            .value("url", \.url, .text, "What /chat/completions is added to."),
            .value("key_env", \.keyVariable, .optionalText, "The environment variable that holds the key."),
            .value("models", \.models, .textMap, "What it calls models, by what prompts call them."),
            .value("allow_addresses", \.addresses, .addressRanges, "Private networks that the url may lead to."),
            .value("concurrency", \.concurrency, .integer(1...32), "Questions under way at one time."),
            .value("timeout_seconds", \.timeoutSeconds, .integer(1...600), "How long an answer may take."))
        return ListSchema(schema, new: EndpointDraft(), name: \.name, limit: 32) { draft throws(EndpointError) in
            try draft.endpoint()
        }
    }
}
