import Domain

/// One reading of what was said within a span.
struct ContentsReading {
    let span: Span
    let operation: Operation?
    let attributes: FlatAttributes
    private let events: EventMessages

    init(_ span: Span, _ logs: [LogRecord]) {
        self.span = span
        attributes = FlatAttributes(of: span)
        operation = Interpreter().call(of: span).operation
        events = EventMessages(span: span, logs: logs)
    }

    func contents() -> SpanContents {
        var contents = SpanContents()
        contents.input = withInstructions(firstThatSays(inputSources))
        contents.output = firstThatSays(outputSources)
        contents.documents = documents()
        contents.tool = tool()
        return contents
    }

    /// The messages of the first source that has any.
    private func firstThatSays(_ sources: [() -> [Message]]) -> [Message] {
        for source in sources {
            let messages = source()
            if messages.contains(where: { !$0.parts.isEmpty }) { return messages }
        }
        return []
    }

    private var inputSources: [() -> [Message]] {
        [
            { messages("gen_ai.input.messages", role: "user") },
            { events.input },
            { flatMessages("gen_ai.prompt.", role: "user") },
            { flatMessages("llm.input_messages.", role: "user") },
            { recordedEvents(isOutput: false) },
            { flatMessages("llm.prompts.", role: "user") },
            { firstThatSays(general(Self.inputKeys).map { key in { messages(key, role: "user") } }) },
            { embeddedTexts() },
            { pythonMessages(ending: ".messages", role: "user") },
        ]
    }

    private var outputSources: [() -> [Message]] {
        [
            { messages("gen_ai.output.messages", role: "assistant") },
            { events.output },
            { flatMessages("gen_ai.completion.", role: "assistant") },
            { flatMessages("llm.output_messages.", role: "assistant") },
            { recordedEvents(isOutput: true) },
            { flatMessages("llm.choices.", role: "assistant") },
            { firstThatSays(general(Self.outputKeys).map { key in { messages(key, role: "assistant") } }) },
            { pythonMessages(ending: ".choices", role: "assistant") },
        ]
    }

    /// Attributes that hold a whole input, in whatever form.
    private static let inputKeys: [StaticString] = [
        "gen_ai.prompt", "langfuse.observation.input", "mlflow.spanInputs", "haystack.component.input",
        "pydantic_ai.all_messages", "ai.prompt.messages", "request_data", "traceloop.entity.input", "input.value",
        "haystack.pipeline.input_data", "braintrust.input_json",
    ]
    private static let outputKeys: [StaticString] = [
        "gen_ai.completion", "langfuse.observation.output", "mlflow.spanOutputs", "haystack.component.output",
        "final_result", "ai.response.text", "response_data", "traceloop.entity.output", "output.value",
        "haystack.pipeline.output_data", "braintrust.output_json",
    ]

    /// A tool says what came in and out as arguments and result; vectors are nothing to read.
    private func general(_ keys: [StaticString]) -> [StaticString] {
        operation == .executeTool || operation == .embeddings && keys.contains { "\($0)" == "output.value" } ? [] : keys
    }

    /// The messages of one attribute.
    private func messages(_ key: StaticString, role: String) -> [Message] {
        guard let value = attributes[key] else { return [] }
        return MessageReader(role: role).messages(inValue: value.json)
    }

    private func flatMessages(_ prefix: StaticString, role: String) -> [Message] {
        MessageReader(role: role).messages(.array(attributes.elements(under: prefix)))
    }

    /// Pydantic AI's older form: the message events as a list in one attribute.
    private func recordedEvents(isOutput: Bool) -> [Message] {
        let value = attributes["events"] ?? attributes["all_messages_events"]
        guard let list = value.flatMap({ PartReader.decoded($0.json).array }) else { return [] }
        let events = list.filter {
            ($0["event.name"]?.string == "gen_ai.choice") == isOutput && $0["event.name"] != nil
        }
        return events.flatMap { event -> [Message] in
            let word = event["event.name"]?.string?.split(separator: ".").dropFirst().first.map(String.init) ?? "user"
            return MessageReader(role: isOutput ? "assistant" : word).messages(event)
        }
    }

    private func embeddedTexts() -> [Message] {
        attributes.elements(under: "embedding.embeddings.").compactMap { $0["embedding"]?["text"]?.string }.map {
            Message(role: "user", parts: [.text($0)])
        }
    }

    /// LiteLLM's raw request and response, written as Python prints them under `llm.PROVIDER.`.
    private func pythonMessages(ending: String, role: String) -> [Message] {
        for attribute in span.attributes {
            let key = attribute.key
            guard key.hasPrefix("llm."), key.hasSuffix(ending), key.split(separator: ".").count == 3 else { continue }
            return attribute.value.string.map { MessageReader(role: role).messages(inValue: .string($0)) } ?? []
        }
        return []
    }

    /// System instructions stand before the messages that have none of their own.
    private func withInstructions(_ messages: [Message]) -> [Message] {
        guard !messages.contains(where: { $0.role == "system" }) else { return messages }
        let own = attributes["gen_ai.system_instructions"].map { EventMessages.instructions($0.json) } ?? []
        return (own.isEmpty ? events.instructions : own) + messages
    }
}
