import Configuration
import Domain
import Testing

/// Prompts as people keep them in files.
@Suite struct PromptFileTests {
    @Test func everythingThatDecidesWhatAModelIsAsked() throws {
        let file = try PromptFile(
            parsing: """
                ---
                name: support-answer
                model: gpt-4o
                parameters: {temperature: 0.7, max_tokens: 512, stop: ["###", "1"]}
                variables:
                  context: string
                  question: {type: string, optional: true}
                response_format: {type: json_schema, schema: {type: object, required: [answer]}}
                tools:
                  - name: get_order_status
                    parameters: {order: {type: string}}
                  - type: function
                    function: {name: refund, strict: true}
                index: kb@12
                notes: Asked for by the support team.
                ---

                system:
                Answer from this context: {{context}}

                user:

                {{question}}

                """, file: "support-answer.md")
        #expect(
            file.prompt
                == Prompt(
                    name: "support-answer",
                    messages: [
                        PromptMessage(role: "system", text: "Answer from this context: {{context}}"),
                        PromptMessage(role: "user", text: "{{question}}"),
                    ],
                    model: "gpt-4o",
                    parameters: ["temperature": .number(0.7), "max_tokens": 512, "stop": ["###", "1"]],
                    variables: [
                        PromptVariable(name: "context", type: .string),
                        PromptVariable(name: "question", type: .string, isOptional: true),
                    ],
                    responseFormat: ["type": "json_schema", "schema": ["type": "object", "required": ["answer"]]],
                    tools: [
                        PromptTool(
                            name: "get_order_status",
                            definition: ["name": "get_order_status", "parameters": ["order": ["type": "string"]]]),
                        PromptTool(name: "refund", definition: ["name": "refund", "strict": true]),
                    ],
                    retrievalIndex: "kb@12", notes: "Asked for by the support team."))
        #expect(file.lines == [19, 23])
    }

    @Test func aHeaderOfTheSampleDataIsRead() throws {
        let file = try PromptFile(
            parsing:
                "---\nname: a\nversion: 7\nrelease: a@r42\nmodel: gpt-4o\ntemperature: 0.0\nmax_tokens: 256\n---\nHello.\n",
            file: "x.md")
        #expect(file.prompt.parameters == ["temperature": .number(0), "max_tokens": 256])
        #expect(file.prompt.messages == [PromptMessage(role: "system", text: "Hello.")] && file.lines == [9])
    }

    @Test func aFileWithoutAHeaderIsNamedByItsPath() throws {
        let file = try PromptFile(parsing: "\u{FEFF}Hello.\r\nuser:\r\n{{name}}\r\n", file: "prompts/greeting@3.md")
        #expect(file.prompt.name == "greeting")
        #expect(file.prompt.messages.map(\.role) == ["system", "user"])
        #expect(file.prompt.messages.map(\.text) == ["Hello.", "{{name}}"])
    }

    @Test func dotpromptIsRead() throws {
        let file = try PromptFile(
            parsing: """
                ---
                model: googleai/gemini-2.0-flash
                config:
                  temperature: 0.4
                input:
                  schema:
                    place: string, where to eat
                    guests?: integer
                    tags(array, what they like): string
                  default: {guests: 2}
                output: {format: json, schema: {dish: string}}
                tools: [search]
                ---
                {{role "system"}}You recommend food.
                {{role "user"}}
                What is good in {{place}}?
                """, file: "menu.prompt")
        #expect(file.prompt.name == "menu" && file.prompt.model == "googleai/gemini-2.0-flash")
        #expect(file.prompt.parameters == ["temperature": .number(0.4)])
        #expect(
            file.prompt.variables == [
                PromptVariable(name: "place", type: .string),
                PromptVariable(name: "guests", type: .integer, isOptional: true),
                PromptVariable(name: "tags", type: .array),
            ])
        #expect(file.prompt.tools == [PromptTool(name: "search", definition: [:])])
        #expect(file.prompt.responseFormat?["schema"]?["dish"] == "string")
        #expect(
            file.prompt.messages == [
                PromptMessage(role: "system", text: "You recommend food."),
                PromptMessage(role: "user", text: "What is good in {{place}}?"),
            ])
        #expect(file.lines == [14, 16])
    }

    @Test func promptyIsRead() throws {
        let file = try PromptFile(
            parsing: """
                ---
                name: Basic answer
                description: Answers a question.
                authors: [ana]
                model:
                  api: chat
                  configuration: {type: azure_openai, azure_deployment: gpt-35-turbo}
                  parameters: {max_tokens: 128}
                inputs:
                  question: {type: string, sample: Why?}
                template: {format: jinja2}
                ---
                system:
                You are an assistant.
                user:
                {{question}}
                """, file: "basic.prompty")
        #expect(file.prompt.name == "Basic answer" && file.prompt.model == "gpt-35-turbo")
        #expect(file.prompt.notes == "Answers a question.")
        #expect(file.prompt.parameters == ["max_tokens": 128])
        #expect(file.prompt.variables == [PromptVariable(name: "question", type: .string)])
        #expect(file.prompt.messages.count == 2)
    }

    @Test(arguments: [
        ("p.md:4: no text stands below the header", "---\nname: a\n---\n\n"),
        ("p.md:1: the header is never closed; write --- below it", "---\nname: a\nHello"),
        ("p.md:2:1: unknown key moddel; did you mean model?", "---\nmoddel: gpt-4o\n---\nHello"),
        (
            "p.md:3:13: parameters must be a mapping of names, such as {temperature: 0.7}",
            "---\nname: a\nparameters: hot\n---\nHello"
        ),
        (
            "p.md:2:16: variables names the type 'text'; known are string, integer, number, boolean, array, object",
            "---\nvariables: {q: text}\n---\nHello"
        ),
        ("p.md:2:12: variables declares q twice", "---\nvariables: [q, q]\n---\nHello"),
        ("p.md:2:11: template must be mustache or fstring", "---\ntemplate: erb\n---\nHello"),
        ("p.md:5: the message user: has no text", "---\nname: a\n---\nHello\nuser:\n\n"),
        (
            "p.md:5: statements of Jinja such as {% if %} are not read; write a section such as {{#name}}",
            "---\ntemplate: jinja2\n---\nHello\n{% if a %}"
        ),
        ("p.md:2:12: tools names the tool a twice", "---\ntools: [a, a]\n---\nHello"),
        ("p.md:1: no text stands below the header", ""),
    ])
    func mistakesSayWhereTheyAre(message: String, text: String) {
        let error = #expect(throws: ConfigurationError.self) { try PromptFile(parsing: text, file: "p.md") }
        #expect(error?.problems.map(\.description).contains(message) == true, "\(error?.description ?? "")")
    }

    @Test func brokenYAMLSaysItsLineInTheFile() {
        let error = #expect(throws: ConfigurationError.self) {
            try PromptFile(parsing: "---\nname: a\nmodel: [b\n---\nHello", file: "p.md")
        }
        #expect(error?.problems.first?.line == 4)
        #expect(error?.problems.first?.message.hasPrefix("this is not YAML: ") == true)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000),
        "parameters:\n"
            + (0..<40).map {
                "  a\($0): &a\($0) [\(Array(repeating: $0 == 0 ? "1" : "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n"
            }.joined(),
        "parameters: " + String(repeating: "[", count: 500) + String(repeating: "]", count: 500),
        "notes: " + String(repeating: "x", count: 300_000),
    ])
    func hostileHeadersAreRefused(header: String) {
        #expect(throws: ConfigurationError.self) {
            try PromptFile(parsing: "---\n\(header)\n---\nHello", file: "p.md")
        }
    }
}
