/// The keys that say what a call is, each field's in order of precedence: OpenTelemetry as it is now, OpenTelemetry as it was,
/// OpenLLMetry, OpenInference, then the clients with conventions of their own.
enum KnownKeys {
    static let sources: KeyValuePairs<Field, [StaticString]> = [
        // What kind of step it is
        .langfuseType: ["langfuse.observation.type"],
        .langSmithKind: ["langsmith.span.kind"],
        .mlflowType: ["mlflow.spanType"],
        .openInferenceKind: ["openinference.span.kind"],
        .traceloopKind: ["traceloop.span.kind"],
        .operationName: ["gen_ai.operation.name", "ai.operationId"],
        .requestType: ["llm.request.type"],
        .agentKitRequest: ["gcp.vertex.agent.llm_request"],
        .haystackComponent: ["haystack.component.type"],
        .haystackPipeline: ["haystack.pipeline.execution_mode", "haystack.pipeline.input_data"],
        .logfireSpanType: ["logfire.span_type"],

        // Who answered
        .provider: [
            // LangSmith calls itself the system of calls that failed.
            "gen_ai.provider.name", "langsmith.metadata.ls_provider", "gen_ai.system", "llm.provider", "llm.system",
            "embedding.provider", "mlflow.llm.provider", "ai.model.provider",
        ],
        .requestModel: [
            "gen_ai.request.model", "llm.request.model_name", "llm.input_model_name", "mlflow.llm.model", "ai.model.id",
        ],
        .responseModel: [
            "gen_ai.response.model", "llm.response.model_name", "llm.output_model_name", "ai.response.model",
        ],
        .modelName: [
            "llm.model_name", "embedding.model_name", "reranker.model_name", "langfuse.observation.model.name",
            "langsmith.metadata.ls_model_name",
        ],
        .requestTier: ["openai.request.service_tier", "gen_ai.openai.request.service_tier"],
        .responseTier: ["openai.response.service_tier", "gen_ai.openai.response.service_tier"],
        .responseID: ["gen_ai.response.id", "llm.response.id", "ai.response.id"],

        // Whose call it is
        .environment: ["deployment.environment.name", "deployment.environment", "langfuse.environment"],
        .session: [
            "gen_ai.conversation.id", "session.id", "traceloop.association.properties.session_id",
            "langfuse.session.id", "langsmith.metadata.session_id", "langsmith.metadata.thread_id",
            "langsmith.metadata.conversation_id", "mlflow.trace.session", "gcp.vertex.agent.session_id",
            "ai.telemetry.metadata.sessionId", "ai.settings.context.sessionId",
            "spring.ai.chat.client.conversation.id",
        ],
        .user: [
            "user.id", "enduser.id", "gen_ai.user", "llm.user", "traceloop.association.properties.user_id",
            "langfuse.user.id", "langsmith.metadata.user_id", "mlflow.trace.user", "ai.telemetry.metadata.userId",
            "ai.settings.context.userId",
        ],
        .release: ["headframe.release"],
        .deployedRelease: ["langfuse.release"],
        .promptName: ["gen_ai.prompt.name", "traceloop.prompt.key", "langfuse.observation.prompt.name"],
        .promptVersion: [
            "gen_ai.prompt.version", "traceloop.prompt.version", "traceloop.prompt.version_name",
            "llm.prompt_template.version", "langfuse.observation.prompt.version",
            "traceloop.association.properties.prompt_version", "langsmith.metadata.prompt_version",
        ],
        .flagKey: ["feature_flag.key"],
        .flagVariant: ["feature_flag.result.variant", "feature_flag.variant"],
        .metadata: ["metadata", "langfuse.trace.metadata", "braintrust.metadata"],

        // How much it took
        .inputTokens: [
            "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens", "llm.usage.prompt_tokens",
            "llm.token_count.prompt", "ai.usage.inputTokens", "ai.usage.promptTokens", "ai.usage.tokens",
        ],
        .outputTokens: [
            "gen_ai.usage.output_tokens", "gen_ai.usage.completion_tokens", "llm.usage.completion_tokens",
            "llm.token_count.completion", "ai.usage.outputTokens", "ai.usage.completionTokens",
        ],
        .totalTokens: [
            "gen_ai.usage.total_tokens", "llm.usage.total_tokens", "llm.token_count.total", "ai.usage.totalTokens",
        ],
        .cacheRead: [
            "gen_ai.usage.cache_read.input_tokens", "gen_ai.usage.cache_read_input_tokens",
            "gen_ai.usage.details.cache_read_tokens", "llm.usage.cache_read_input_tokens",
            "gen_ai.usage.prompt_tokens_details.cached_tokens", "llm.token_count.prompt_details.cache_read",
            "llm.token_count.prompt_details.cache_input", "ai.usage.inputTokenDetails.cacheReadTokens",
            "ai.usage.cachedInputTokens",
        ],
        .cacheWrite: [
            "gen_ai.usage.cache_write.input_tokens", "gen_ai.usage.cache_creation.input_tokens",
            "gen_ai.usage.cache_creation_input_tokens", "gen_ai.usage.cache_write_input_tokens",
            "gen_ai.usage.cache_write_tokens", "gen_ai.usage.details.cache_write_tokens",
            "gen_ai.usage.prompt_tokens_details.cache_creation_tokens", "llm.usage.cache_creation_input_tokens",
            "llm.token_count.prompt_details.cache_write", "ai.usage.inputTokenDetails.cacheWriteTokens",
        ],
        .reasoning: [
            "gen_ai.usage.reasoning.output_tokens", "gen_ai.usage.reasoning_tokens",
            "gen_ai.usage.details.reasoning_tokens", "gen_ai.usage.completion_tokens_details.reasoning_tokens",
            "llm.usage.reasoning_tokens", "llm.token_count.completion_details.reasoning",
            "ai.usage.outputTokenDetails.reasoningTokens", "ai.usage.reasoningTokens",
        ],
        .audioInput: ["gen_ai.usage.audio.input_tokens", "llm.token_count.prompt_details.audio"],
        .audioOutput: [
            "gen_ai.usage.audio.output_tokens", "gen_ai.usage.completion_tokens_details.audio_tokens",
            "llm.token_count.completion_details.audio",
        ],
        .usageJSON: ["langfuse.observation.usage_details", "mlflow.chat.tokenUsage"],

        // What it cost
        .cost: [
            "gen_ai.usage.cost.amount", "gen_ai.usage.cost", "gen_ai.cost.total_cost", "operation.cost",
            "llm.cost.total", "gen_ai.usage.total_cost",
        ],
        .costCurrency: ["gen_ai.usage.cost.currency"],
        .inputCost: ["llm.cost.prompt", "gen_ai.usage.input_cost"],
        .outputCost: ["llm.cost.completion", "gen_ai.usage.output_cost"],
        .costJSON: ["langfuse.observation.cost_details", "mlflow.llm.cost", "hidden_params"],

        // How long the first token took
        .secondsToFirstChunk: ["gen_ai.response.time_to_first_chunk", "gen_ai.client.operation.time_to_first_chunk"],
        .serverTimeToFirstToken: ["gen_ai.server.time_to_first_token"],
        .millisecondsToFirstChunk: ["ai.response.msToFirstChunk"],
        .completionStart: ["langfuse.observation.completion_start_time"],
        .isStreaming: ["gen_ai.request.stream", "gen_ai.is_streaming", "gen_ai.request.is_stream", "llm.is_streaming"],

        // How it ended
        .finishReasons: [
            "gen_ai.response.finish_reasons", "gen_ai.response.finish_reason", "gen_ai.response.stop_reason",
            "gen_ai.completion.0.finish_reason", "llm.response.finish_reason", "llm.response.stop_reason",
            "llm.finish_reason", "ai.response.finishReason", "langfuse.observation.metadata.finish_reason",
        ],
        .errorType: ["error.type"],
        .level: ["langfuse.observation.level"],

        // Names
        .toolName: ["gen_ai.tool.name", "tool.name", "tool_call.function.name", "ai.toolCall.name"],
        .agentName: ["gen_ai.agent.name", "agent.name"],
        .entityName: ["traceloop.entity.name"],

        // JSON in which some clients hide everything
        .invocationParameters: ["llm.invocation_parameters", "langfuse.observation.model.parameters"],
        .haystackOutput: ["haystack.component.output"],
        .mlflowInputs: ["mlflow.spanInputs"],
        .mlflowOutputs: ["mlflow.spanOutputs"],
        .outputMessages: ["gen_ai.output.messages"],
        .completion: ["gen_ai.completion"],
    ]

    /// Where a known key leads.
    struct Target: Sendable {
        /// Nil for keys that only tell the generation of the convention.
        var field: Field?
        /// Its place in the order of precedence; 0 wins.
        var rank: UInt8
        var dialect: DialectSet
    }

    static let table = ByteTable<Target>(
        sources.flatMap { field, keys in
            keys.enumerated().map { rank, key in
                (key: key, value: Target(field: field, rank: UInt8(rank), dialect: DialectSet(ofKey: "\(key)")))
            }
        } + [(key: "gen_ai.input.messages", value: Target(field: nil, rank: 0, dialect: .current))])
}
