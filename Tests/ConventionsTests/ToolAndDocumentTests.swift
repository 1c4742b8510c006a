import Domain
import Testing

@Suite struct ToolsAndDocuments {
    static let toolTellings: [BatchBuilder.Pairs] = [
        [
            ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "status"), ("gen_ai.tool.call.id", "c1"),
            ("gen_ai.tool.call.arguments", #"{"order":"A-1"}"#), ("gen_ai.tool.call.result", ["state": "shipped"]),
        ],
        [
            ("openinference.span.kind", "TOOL"), ("tool.name", "status"), ("tool_call.id", "c1"),
            ("input.value", #"{"order":"A-1"}"#), ("output.value", #"{"state":"shipped"}"#),
        ],
        [
            ("traceloop.span.kind", "tool"), ("traceloop.entity.name", "status"), ("gen_ai.tool.call.id", "c1"),
            ("traceloop.entity.input", #"{"order":"A-1"}"#), ("traceloop.entity.output", #"{"state":"shipped"}"#),
        ],
        [
            ("langsmith.span.kind", "tool"), ("gen_ai.operation.name", "chat"), ("gen_ai.tool.name", "status"),
            ("gen_ai.tool.call.id", "c1"), ("gen_ai.prompt", #"{"order":"A-1"}"#),
            ("gen_ai.completion", #"{"state":"shipped"}"#),
        ],
    ]

    @Test(arguments: toolTellings) func aToolIsUsedInEveryDialect(_ attributes: BatchBuilder.Pairs) throws {
        let contents = try contents(attributes)
        #expect(
            contents.tool
                == ToolUse(name: "status", callID: "c1", arguments: ["order": "A-1"], result: ["state": "shipped"]))
        #expect(contents.input.isEmpty)
        #expect(contents.output.isEmpty)
        #expect(try call(attributes).toolName == "status")
    }

    static let documentTellings: [BatchBuilder.Pairs] = [
        [
            ("gen_ai.operation.name", "retrieval"),
            (
                "gen_ai.retrieval.documents",
                #"[{"id":"a","score":0.5,"content":"A"},{"id":"b","score":0.25,"content":"B"}]"#
            ),
        ],
        [
            ("gen_ai.operation.name", "retrieval"),
            (
                "gen_ai.retrieval.documents",
                [
                    ["id": "a", "score": .number(0.5), "content": "A"],
                    ["id": "b", "score": .number(0.25), "content": "B"],
                ]
            ),
        ],
        [
            ("retrieval.documents.10.document.id", "b"), ("retrieval.documents.10.document.score", .number(0.25)),
            ("retrieval.documents.10.document.content", "B"), ("retrieval.documents.2.document.id", "a"),
            ("retrieval.documents.2.document.score", .number(0.5)), ("retrieval.documents.2.document.content", "A"),
            ("openinference.span.kind", "RETRIEVER"),
        ],
        [
            ("haystack.component.type", "InMemoryEmbeddingRetriever"),
            (
                "haystack.component.output",
                #"{"documents":[{"id":"a","score":0.5,"content":"A"},{"id":"b","score":0.25,"content":"B"}]}"#
            ),
        ],
        [
            ("mlflow.spanType", #""RETRIEVER""#),
            (
                "mlflow.spanOutputs",
                #"[{"id":"a","score":0.5,"page_content":"A"},{"id":"b","score":0.25,"page_content":"B"}]"#
            ),
        ],
    ]

    @Test(arguments: documentTellings) func documentsAreFoundInEveryDialect(_ attributes: BatchBuilder.Pairs) throws {
        #expect(
            try contents(attributes).documents == [
                RetrievedDocument(id: "a", score: 0.5, content: "A"),
                RetrievedDocument(id: "b", score: 0.25, content: "B"),
            ])
    }

    @Test func vectorStoresSendAnEventForEachDocument() throws {
        let events = ["a", "b"].map { id in
            BatchBuilder.Event(
                name: "db.query.result",
                attributes: [
                    ("db.query.result.id", .string(id)), ("db.query.result.document", .string("text of " + id)),
                ])
        }
        #expect(
            try contents([], events: events).documents == [
                RetrievedDocument(id: "a", score: nil, content: "text of a"),
                RetrievedDocument(id: "b", score: nil, content: "text of b"),
            ])
    }

    @Test func documentsThatOthersPassOnAreNotFoundAgain() throws {
        let output: JSON = #"{"documents":[{"id":"a","content":"A"}]}"#
        #expect(
            try contents([("haystack.component.type", "PromptBuilder"), ("haystack.component.output", output)])
                .documents.isEmpty)
        #expect(
            try contents([("gen_ai.operation.name", "retrieval"), ("gen_ai.retrieval.documents", "[{")]).documents
                .isEmpty)
    }
}
