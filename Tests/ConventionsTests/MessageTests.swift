import Domain
import Testing

@Suite struct Messages {
    private static let conversation = [
        Message(role: "system", parts: [.text("Be brief.")]),
        Message(role: "user", parts: [.text("Where is my order?")]),
        Message(role: "assistant", parts: [.toolCall(id: "c1", name: "status", arguments: ["order": "A-1"])]),
        Message(role: "tool", parts: [.toolResult(id: "c1", result: ["state": "shipped"])]),
    ]

    struct Telling: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var attributes: BatchBuilder.Pairs = []
        var events: [BatchBuilder.Event] = []

        init(_ name: String, _ attributes: BatchBuilder.Pairs, events: [BatchBuilder.Event] = []) {
            (testDescription, self.attributes, self.events) = (name, attributes, events)
        }
    }

    private static let partsJSON = """
        [{"role":"system","parts":[{"type":"text","content":"Be brief."}]},
        {"role":"user","parts":[{"type":"text","content":"Where is my order?"}]},
        {"role":"assistant","parts":[{"type":"tool_call","id":"c1","name":"status","arguments":{"order":"A-1"}}]},
        {"role":"tool","parts":[{"type":"tool_call_response","id":"c1","result":{"state":"shipped"}}]}]
        """
    private static let chatJSON = """
        [{"role":"system","content":"Be brief."},{"role":"user","content":[{"type":"text","text":"Where is my order?"}]},
        {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"status",
        "arguments":"{\\"order\\":\\"A-1\\"}"}}]},{"role":"tool","tool_call_id":"c1","content":"{\\"state\\":\\"shipped\\"}"}]
        """
    private static let langChainJSON = """
        {"messages":[[{"lc":1,"type":"constructor","id":["langchain","schema","messages","SystemMessage"],"kwargs":
        {"content":"Be brief.","type":"system"}},{"lc":1,"id":["x","HumanMessage"],"kwargs":{"content":"Where is my order?"}},
        {"lc":1,"id":["x","AIMessage"],"kwargs":{"content":"","tool_calls":[{"name":"status","args":{"order":"A-1"},"id":"c1"}]}},
        {"lc":1,"id":["x","ToolMessage"],"kwargs":{"content":"{\\"state\\":\\"shipped\\"}","tool_call_id":"c1"}}]]}
        """
    private static let responsesJSON = """
        {"model":"gpt","instructions":"Be brief.","input":[{"role":"user","content":"Where is my order?"},
        {"type":"function_call","call_id":"c1","name":"status","arguments":"{\\"order\\":\\"A-1\\"}"},
        {"type":"function_call_output","call_id":"c1","output":"{\\"state\\":\\"shipped\\"}"}]}
        """
    private static let python = """
        [{'role': 'system', 'content': 'Be brief.'}, {'role': "user", 'content': 'Where is my order?'},
        {'role': 'assistant', 'content': None, 'tool_calls': [{'id': 'c1', 'function': {'name': 'status',
        'arguments': '{"order":"A-1"}'}}]}, {'role': 'tool', 'tool_call_id': 'c1', 'content': '{"state":"shipped"}'}]
        """

    static let tellings: [Telling] = [
        Telling("parts as JSON", [("gen_ai.input.messages", .string(partsJSON))]),
        Telling("parts as a list", [("gen_ai.input.messages", PartsAsList.value)]),
        Telling(
            "instructions apart",
            [
                ("gen_ai.system_instructions", #"[{"type":"text","content":"Be brief."}]"#),
                ("gen_ai.input.messages", .string(partsJSON.replacing(firstSystemMessage, with: "["))),
            ]),
        Telling(
            "details as an event", [],
            events: [.init(name: detailsEvent, attributes: [("gen_ai.input.messages", .string(partsJSON))])]),
        Telling("chat body", [("input.value", .string("{\"messages\":" + chatJSON + "}"))]),
        Telling("chat messages", [("langfuse.observation.input", .string(chatJSON))]),
        Telling("MLflow", [("mlflow.spanInputs", .string("{\"model\":\"gpt\",\"messages\":" + chatJSON + "}"))]),
        Telling("LangChain", [("gen_ai.prompt", .string(langChainJSON))]),
        Telling("responses body", [("input.value", .string(responsesJSON))]),
        Telling("Python", [("llm.openai.messages", .string(python))]),
        Telling("OpenLLMetry", indexed),
        Telling("OpenInference", flattened), Telling("OpenInference, reversed", flattened.reversed()),
        Telling("events", [], events: legacyEvents),
    ]

    @Test(arguments: [
        ("MessageRole.USER", "user"), ("tool-call", "assistant"), ("tool-response", "tool"),
        ("AIMessage", "assistant"),
        ("developer", "system"), ("Narrator", "narrator"),
    ])
    func rolesHaveOneName(word: String, role: String) throws {
        let pairs: BatchBuilder.Pairs = [
            ("llm.input_messages.0.message.role", .string(word)), ("llm.input_messages.0.message.content", "Hi"),
        ]
        #expect(try contents(pairs).input.map(\.role) == [role])
    }

    private static let firstSystemMessage = """
        [{"role":"system","parts":[{"type":"text","content":"Be brief."}]},
        """
    private static let detailsEvent = "gen_ai.client.inference.operation.details"
    private static let indexed: BatchBuilder.Pairs = [
        ("gen_ai.prompt.0.role", "system"), ("gen_ai.prompt.0.content", "Be brief."), ("gen_ai.prompt.1.role", "user"),
        ("gen_ai.prompt.1.content", "Where is my order?"), ("gen_ai.prompt.2.role", "assistant"),
        ("gen_ai.prompt.2.tool_calls.0.id", "c1"), ("gen_ai.prompt.2.tool_calls.0.name", "status"),
        ("gen_ai.prompt.2.tool_calls.0.arguments", #"{"order":"A-1"}"#), ("gen_ai.prompt.10.role", "tool"),
        ("gen_ai.prompt.10.tool_call_id", "c1"), ("gen_ai.prompt.10.content", #"{"state":"shipped"}"#),
    ]
    private static let flattened: BatchBuilder.Pairs = [
        ("llm.input_messages.0.message.role", "system"), ("llm.input_messages.0.message.content", "Be brief."),
        ("llm.input_messages.1.message.role", "user"),
        ("llm.input_messages.1.message.contents.0.message_content.type", "text"),
        ("llm.input_messages.1.message.contents.0.message_content.text", "Where is my order?"),
        ("llm.input_messages.2.message.role", "assistant"),
        ("llm.input_messages.2.message.tool_calls.0.tool_call.id", "c1"),
        ("llm.input_messages.2.message.tool_calls.0.tool_call.function.name", "status"),
        ("llm.input_messages.2.message.tool_calls.0.tool_call.function.arguments", #"{"order":"A-1"}"#),
        ("llm.input_messages.4000000000.message.role", "tool"),
        ("llm.input_messages.4000000000.message.tool_call_id", "c1"),
        ("llm.input_messages.4000000000.message.content", #"{"state":"shipped"}"#),
    ]
    private static let legacyEvents: [BatchBuilder.Event] = [
        .init(name: "gen_ai.system.message", attributes: [("content", "Be brief.")]),
        .init(name: "gen_ai.user.message", attributes: [("content", #"[{"text":"Where is my order?"}]"#)]),
        .init(
            name: "gen_ai.assistant.message",
            attributes: [("content", #"[{"toolUse":{"toolUseId":"c1","name":"status","input":{"order":"A-1"}}}]"#)]),
        .init(
            name: "gen_ai.tool.message",
            attributes: [("content", #"[{"toolResult":{"toolUseId":"c1","content":{"state":"shipped"}}}]"#)]),
    ]

    @Test(arguments: tellings) func everyTellingIsTheSameConversation(_ telling: Telling) throws {
        #expect(try contents(telling.attributes, events: telling.events).input == Self.conversation)
    }

    @Test func messagesComeInLogsOfTheSpan() throws {
        let logs = try [
            BatchBuilder.log("gen_ai.system.message", body: ["content": "Be brief."]),
            BatchBuilder.log("gen_ai.user.message", body: #"{"role":"user","content":"Where is my order?"}"#),
            BatchBuilder.log(
                "gen_ai.assistant.message",
                body: ["tool_calls": [["id": "c1", "function": ["name": "status", "arguments": #"{"order":"A-1"}"#]]]]),
            BatchBuilder.log("gen_ai.tool.message", body: ["id": "c1", "content": #"{"state":"shipped"}"#]),
            BatchBuilder.log(
                "gen_ai.choice",
                body: [
                    "index": 0, "finish_reason": "stop",
                    "message": ["role": "assistant", "content": "It is on its way."],
                ]),
            BatchBuilder.log("application.event", body: ["content": "no message"]),
        ]
        let contents = try contents([("gen_ai.operation.name", "chat")], logs: logs)
        #expect(contents.input == Self.conversation)
        #expect(
            contents.output
                == [Message(role: "assistant", parts: [.text("It is on its way.")], finishReason: "stop")])
    }

    static let answers: [Telling] = [
        Telling(
            "parts",
            [
                (
                    "gen_ai.output.messages",
                    #"[{"role":"assistant","parts":[{"type":"text","content":"Hi"}],"finish_reason":"stop"}]"#
                )
            ]),
        Telling(
            "chat body",
            [
                (
                    "output.value",
                    #"{"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"Hi"}}]}"#
                )
            ]),
        Telling(
            "completion body", [("output.value", #"{"choices":[{"index":0,"finish_reason":"stop","text":"Hi"}]}"#)]),
        Telling(
            "LangChain",
            [
                (
                    "gen_ai.completion",
                    #"{"generations":[[{"text":"Hi","generation_info":{"finish_reason":"stop"},"message":{"lc":1,"id":["AIMessage"],"kwargs":{"content":"Hi"}}}]]}"#
                )
            ]),
        Telling(
            "Haystack",
            [
                (
                    "haystack.component.output",
                    #"{"replies":[{"role":"assistant","meta":{"finish_reason":"stop"},"content":[{"text":"Hi"}]}]}"#
                )
            ]),
        Telling(
            "Gemini",
            [
                (
                    "output.value",
                    #"{"candidates":[{"content":{"role":"model","parts":[{"text":"Hi"}]},"finishReason":"stop"}]}"#
                )
            ]),
        Telling(
            "Anthropic",
            [("output.value", #"{"role":"assistant","content":[{"type":"text","text":"Hi"}],"stop_reason":"stop"}"#)]),
        Telling("OpenLLMetry", [("gen_ai.completion.0.content", "Hi"), ("gen_ai.completion.0.finish_reason", "stop")]),
        Telling(
            "Strands", [],
            events: [
                .init(name: "gen_ai.choice", attributes: [("message", #"[{"text":"Hi"}]"#), ("finish_reason", "stop")])
            ]),
    ]

    @Test(arguments: answers) func everyAnswerIsTheSame(_ telling: Telling) throws {
        let output = try contents(telling.attributes, events: telling.events).output
        #expect(output == [Message(role: "assistant", parts: [.text("Hi")], finishReason: "stop")])
    }

    static let plain = [
        "__REDACTED__", #"{"messages":[{"role":"user","content":"cut he"#, "plain text", #"{"city":"Paris"}x"#,
    ]

    @Test(arguments: plain) func whatIsNoJSONOfMessagesIsText(_ text: String) throws {
        let expected = [Message(role: "user", parts: [.text(text)])]
        #expect(try contents([("gen_ai.input.messages", .string(text))]).input == expected)
        #expect(try contents([("input.value", .string(text))]).input == expected)
    }

    @Test func aUserMaySendJSON() throws {
        let text = #"[1, {"a": 2}]"#
        let log = try BatchBuilder.log("gen_ai.user.message", body: ["content": .string(text)])
        #expect(try contents([], logs: [log]).input == [Message(role: "user", parts: [.text(text)])])
    }

    @Test func mediaAreNamedAndTheirBytesLeftOut() throws {
        let json = """
            [{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgo="}},
            {"type":"image_url","image_url":{"url":"https://example.com/a.png"}},
            {"type":"input_audio","input_audio":{"data":"AAAA","format":"wav"}}]}]
            """
        #expect(
            try contents([("gen_ai.input.messages", .string(json))]).input == [
                Message(
                    role: "user",
                    parts: [
                        .media(modality: "image", mimeType: "image/png", uri: nil),
                        .media(modality: "image", mimeType: nil, uri: "https://example.com/a.png"),
                        .media(modality: "audio", mimeType: nil, uri: nil),
                    ])
            ])
    }

    @Test func reasoningIsNoAnswer() throws {
        let json =
            #"[{"role":"assistant","parts":[{"type":"reasoning","content":"Hm."},{"type":"text","content":"Yes."}]}]"#
        let output = try contents([("gen_ai.output.messages", .string(json))]).output
        #expect(output.first?.parts == [.reasoning("Hm."), .text("Yes.")])
        #expect(output.first?.text == "Yes.")
    }
}

/// The conversation as OpenTelemetry's structured values.
private enum PartsAsList {
    static let value: JSON = [
        ["role": "system", "parts": [["type": "text", "content": "Be brief."]]],
        ["role": "user", "parts": [["type": "text", "content": "Where is my order?"]]],
        [
            "role": "assistant",
            "parts": [["type": "tool_call", "id": "c1", "name": "status", "arguments": ["order": "A-1"]]],
        ],
        ["role": "tool", "parts": [["type": "tool_call_response", "id": "c1", "response": ["state": "shipped"]]]],
    ]
}
