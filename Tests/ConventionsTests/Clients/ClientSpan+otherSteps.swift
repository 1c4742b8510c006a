import Domain

extension ClientSpan {
    private static let documents = [
        RetrievedDocument(id: "a", score: 0.5, content: "A"), RetrievedDocument(id: "b", score: 0.25, content: "B"),
    ]
    private static let tool = ToolUse(
        name: "status", callID: "c1", arguments: ["order": "A-1"], result: ["state": "shipped"])

    /// What is no call of a model: tools, retrievals, rerankers, agents, guardrails, ordinary work.
    static let otherSteps: [ClientSpan] = [
        ClientSpan(
            client: "Vercel AI SDK, tool",
            attributes: [
                ("ai.operationId", "ai.toolCall"), ("ai.toolCall.name", "status"), ("ai.toolCall.id", "c1"),
                ("ai.toolCall.args", #"{"order":"A-1"}"#), ("ai.toolCall.result", #"{"state":"shipped"}"#),
            ],
            expected: Reading(dialect: .vercel, operation: .executeTool, tool: tool)),
        ClientSpan(
            client: "Google ADK, tool",
            attributes: [
                ("gen_ai.system", "gcp.vertex.agent"), ("gen_ai.operation.name", "execute_tool"),
                ("gen_ai.tool.name", "status"), ("gen_ai.tool.call.id", "c1"),
                ("gcp.vertex.agent.tool_call_args", #"{"order":"A-1"}"#),
                ("gcp.vertex.agent.tool_response", #"{"state":"shipped"}"#), ("gcp.vertex.agent.llm_request", "{}"),
                ("gcp.vertex.agent.llm_response", "{}"),
            ],
            expected: Reading(dialect: .openTelemetryLegacy, operation: .executeTool, tool: tool)),
        ClientSpan(
            client: "Pydantic AI, older tool",
            attributes: [
                ("gen_ai.tool.name", "status"), ("gen_ai.tool.call.id", "c1"), ("tool_arguments", #"{"order":"A-1"}"#),
                ("tool_response", #"{"state":"shipped"}"#), ("logfire.span_type", "span"),
            ],
            expected: Reading(dialect: .openTelemetry, operation: .executeTool, tool: tool)),
        ClientSpan(
            client: "Langfuse, tool named by its span", name: "status",
            attributes: [
                ("langfuse.observation.type", "tool"), ("langfuse.observation.input", #"{"order":"A-1"}"#),
                ("langfuse.observation.output", #"{"state":"shipped"}"#), ("session.id", "s-1"),
            ],
            expected: Reading(
                dialect: .langfuse, operation: .executeTool, session: "s-1",
                tool: ToolUse(name: "status", callID: nil, arguments: ["order": "A-1"], result: ["state": "shipped"]))),
        ClientSpan(
            client: "Langfuse, retriever",
            attributes: [
                ("langfuse.observation.type", "retriever"), ("langfuse.observation.input", "Hi"),
                (
                    "langfuse.observation.output",
                    #"[{"id":"a","content":"A","score":0.5},{"id":"b","content":"B","score":0.25}]"#
                ),
            ],
            expected: Reading(
                dialect: .langfuse, operation: .retrieval, input: "Hi", output: "A", documents: documents)),
        ClientSpan(
            client: "CrewAI, OpenInference",
            attributes: [
                ("openinference.span.kind", "AGENT"), ("graph.node.id", "writer"), ("agent.name", "writer"),
                ("input.value", "Hi"), ("output.value", "Hello"),
            ],
            expected: Reading(dialect: .openInference, operation: .invokeAgent, input: "Hi", output: "Hello")),
        ClientSpan(
            client: "Guardrails, OpenInference",
            attributes: [
                ("openinference.span.kind", "GUARDRAIL"), ("input.value", "Hi"), ("output.value", "pass"),
            ],
            expected: Reading(dialect: .openInference, operation: .guardrail, input: "Hi", output: "pass")),
        ClientSpan(
            client: "Agent Framework, agent with the sum of its calls",
            attributes: [
                ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.provider.name", "microsoft.agent_framework"),
                ("gen_ai.agent.name", "helper"), ("gen_ai.usage.input_tokens", 24), ("gen_ai.usage.output_tokens", 6),
            ],
            expected: Reading(
                dialect: .openTelemetry, operation: .invokeAgent, usage: TokenUsage(input: 24, output: 6))),
        ClientSpan(
            client: "LangGraph, OpenLIT",
            attributes: [
                ("gen_ai.operation.name", "invoke_workflow"), ("gen_ai.provider.name", "langgraph"),
                ("gen_ai.conversation.id", "s-1"),
            ],
            expected: Reading(dialect: .openTelemetry, operation: .invokeWorkflow, session: "s-1")),
        ClientSpan(
            client: "Reranker, OpenInference",
            attributes: [
                ("openinference.span.kind", "RERANKER"), ("reranker.model_name", "rerank-3"), ("reranker.top_k", 2),
                ("reranker.input_documents.0.document.content", "B"),
                ("reranker.output_documents.0.document.id", "a"),
                ("reranker.output_documents.0.document.content", "A"),
                ("reranker.output_documents.0.document.score", .number(0.5)),
                ("reranker.output_documents.1.document.id", "b"),
                ("reranker.output_documents.1.document.content", "B"),
                ("reranker.output_documents.1.document.score", .number(0.25)),
            ],
            expected: Reading(dialect: .openInference, operation: .rerank, model: "rerank-3", documents: documents)),
        ClientSpan(
            client: "Chroma, OpenLLMetry",
            attributes: [("db.system", "chroma"), ("db.operation", "query")],
            events: [
                .init(
                    name: "db.query.result",
                    attributes: [
                        ("db.query.result.id", "a"), ("db.query.result.score", .number(0.5)),
                        ("db.query.result.document", "A"),
                    ]),
                .init(
                    name: "db.query.result",
                    attributes: [
                        ("db.query.result.id", "b"), ("db.query.result.score", .number(0.25)),
                        ("db.query.result.document", "B"),
                    ]),
            ],
            expected: Reading(dialect: .none, documents: documents)),
        ClientSpan(
            client: "OpenLLMetry LangChain, retrieval",
            attributes: [("gen_ai.operation.name", "vector_db_retrieve"), ("gen_ai.provider.name", "langchain")],
            expected: Reading(dialect: .openTelemetry, operation: .retrieval)),
        ClientSpan(
            client: "Embedding, OpenInference",
            attributes: [
                ("openinference.span.kind", "EMBEDDING"), ("embedding.model_name", "text-embedding-3-small"),
                ("embedding.embeddings.0.embedding.text", "Hi"),
                ("embedding.embeddings.0.embedding.vector", [.number(0.5), .number(0.25)]),
                ("llm.token_count.prompt", 12), ("llm.token_count.total", 12), ("output.value", "{}"),
            ],
            expected: Reading(
                dialect: .openInference, operation: .embeddings, model: "text-embedding-3-small",
                usage: TokenUsage(input: 12, output: nil), input: "Hi")),
        ClientSpan(
            client: "Embedding, Logfire: of the request only the model",
            attributes: [
                ("logfire.span_type", "span"), ("gen_ai.operation.name", "embeddings"),
                ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "text-embedding-3-small"),
                ("request_data", #"{"model":"text-embedding-3-small"}"#), ("gen_ai.usage.input_tokens", 5),
            ],
            expected: Reading(
                dialect: .openTelemetry, operation: .embeddings, model: "text-embedding-3-small",
                usage: TokenUsage(input: 5, output: nil))),
        ClientSpan(
            client: "Flask",
            attributes: [("http.request.method", "POST"), ("http.route", "/chat"), ("session.id", "web-1")],
            expected: Reading(dialect: .none, session: "web-1")),
    ]
}
