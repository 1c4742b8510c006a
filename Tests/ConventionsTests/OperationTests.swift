import Domain
import Testing

@Suite struct Operations {
    struct Case: CustomTestStringConvertible, Sendable {
        var attributes: BatchBuilder.Pairs
        var operation: Domain.Operation?

        init(_ operation: Domain.Operation?, _ attributes: (String, JSON)...) {
            (self.operation, self.attributes) = (operation, attributes)
        }

        var testDescription: String { attributes.map { "\($0.0)=\($0.1.text)" }.joined(separator: " ") }
    }

    static let cases: [Case] = [
        Case(.chat, ("gen_ai.operation.name", "chat")),
        Case(.textCompletion, ("gen_ai.operation.name", "text_completion")),
        Case(.generateContent, ("gen_ai.operation.name", "generate_content")),
        Case(.embeddings, ("gen_ai.operation.name", "embedding")),
        Case(.chat, ("gen_ai.operation.name", "chat.completions")),
        Case(Operation(rawValue: "execute_event_loop_cycle"), ("gen_ai.operation.name", "execute_event_loop_cycle")),
        Case(.chat, ("openinference.span.kind", "LLM")), Case(.embeddings, ("openinference.span.kind", "EMBEDDING")),
        Case(.retrieval, ("openinference.span.kind", "RETRIEVER")),
        Case(.rerank, ("openinference.span.kind", "RERANKER")),
        Case(.executeTool, ("openinference.span.kind", "TOOL")),
        Case(.invokeAgent, ("openinference.span.kind", "AGENT")),
        Case(.task, ("openinference.span.kind", "CHAIN")), Case(.guardrail, ("openinference.span.kind", "GUARDRAIL")),
        Case(.evaluation, ("openinference.span.kind", "EVALUATOR")),
        Case(.prompt, ("openinference.span.kind", "PROMPT")),
        Case(nil, ("openinference.span.kind", "UNKNOWN")),
        Case(.invokeWorkflow, ("traceloop.span.kind", "workflow")), Case(.executeTool, ("traceloop.span.kind", "tool")),
        Case(.chat, ("llm.request.type", "chat")), Case(.textCompletion, ("llm.request.type", "completion")),
        Case(.rerank, ("llm.request.type", "rerank")), Case(.chat, ("mlflow.spanType", #""LLM""#)),
        Case(.retrieval, ("mlflow.spanType", #""RETRIEVER""#)),
        Case(.chat, ("langfuse.observation.type", "generation")),
        Case(.textCompletion, ("haystack.component.type", "HuggingFaceLocalGenerator")),
        Case(.retrieval, ("haystack.component.type", "InMemoryBM25Retriever")),
        Case(.embeddings, ("haystack.component.type", "OpenAITextEmbedder")),
        Case(.rerank, ("haystack.component.type", "CohereRanker")),
        Case(.invokeWorkflow, ("haystack.pipeline.execution_mode", "sync")),
        // LangSmith says chat of everything; the kind that it adds is right.
        Case(.prompt, ("gen_ai.operation.name", "chat"), ("langsmith.span.kind", "prompt")),
        Case(.retrieval, ("gen_ai.operation.name", "embeddings"), ("langsmith.span.kind", "retriever")),
        Case(.executeTool, ("langsmith.span.kind", "tool"), ("gen_ai.operation.name", "execute_tool")),
        // LiteLLM repeats the payload on a child without an operation.
        Case(nil, ("llm.openai.messages", "[]"), ("llm.openai.model", "gpt-4o"), ("llm.openai.usage", "{}")),
        // Logfire's records of a stream and spans that have only begun.
        Case(nil, ("gen_ai.operation.name", "chat"), ("logfire.span_type", "log")),
        Case(nil, ("gen_ai.operation.name", "chat"), ("logfire.span_type", "pending_span")),
        Case(.chat, ("gen_ai.operation.name", "chat"), ("logfire.span_type", "span")),
        Case(.chat, ("openinference.span.kind", "something new"), ("gen_ai.operation.name", "chat")),
        Case(nil, ("gen_ai.operation.name", 7)), Case(nil, ("gen_ai.operation.name", true)),
    ]

    @Test(arguments: cases) func isTold(_ example: Case) throws {
        #expect(try call(example.attributes).operation == example.operation)
    }

    @Test func agentsMayClaimUsageButItIsNotTheirs() throws {
        let call = try call([("gen_ai.operation.name", "invoke_agent"), ("gen_ai.usage.input_tokens", 500)])
        #expect(call.usage.input == 500)
        #expect(call.operation?.hasUsage == false)
    }
}
