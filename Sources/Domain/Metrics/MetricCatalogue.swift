/// Which metrics are kept and what they mean. Everything else that applications send is counted and forgotten: a collector of
/// calls is no place for the metrics of a whole cluster.
///
/// Sources: OpenTelemetry's GenAI metrics; the documentation of vLLM, SGLang, Text Generation Inference, Triton and LiteLLM, whose names
/// come through Prometheus, so with `:` or `_`, and with or without the suffix `_total`.
public enum MetricCatalogue {
    private struct Entry {
        let meaning: MetricMeaning
        /// The label that a point must have; nil for none.
        let label: MetricLabel?

        init(_ meaning: MetricMeaning, where label: MetricLabel? = nil) {
            (self.meaning, self.label) = (meaning, label)
        }
    }

    /// What the metric `name` means for a series with these labels; nil when it is not kept.
    public static func meaning(of name: String, labels: [MetricLabel]) -> MetricMeaning? {
        guard keeps(name) else { return nil }
        let entries = meanings[normalised(name)] ?? []
        return entries.first { $0.label.map(labels.contains) ?? true }?.meaning ?? .other
    }

    /// Whether points of the metric `name` are kept.
    public static func keeps(_ name: String) -> Bool {
        prefixes.contains { name.hasPrefix($0) } || name == "operation.cost"
    }

    /// Whether an attribute tells series apart. All others, some of them a session or a user each, only tell streams apart.
    public static func isLabel(_ key: String) -> Bool { labels.contains(key) }

    /// What the numbers of a metric are multiplied with to be in the unit of its meaning: seconds for times.
    public static func scale(name: String, unit: String, meaning: MetricMeaning) -> Double {
        guard meaning.isTime else { return 1 }
        switch unit {
        case "ms", "milliseconds": return 1e-3
        case "us", "microseconds": return 1e-6
        case "ns", "nanoseconds": return 1e-9
        case "" where name.hasSuffix("_ms"): return 1e-3
        case "" where name.hasSuffix("_us"): return 1e-6
        default: return 1
        }
    }

    private static func normalised(_ name: String) -> String {
        var scalars = String.UnicodeScalarView()
        for scalar in name.unicodeScalars { scalars.append(scalar == ":" ? "_" : scalar) }
        let text = String(scalars)
        return text.hasSuffix("_total") ? String(text.dropLast(6)) : text
    }

    private static let prefixes = [
        "gen_ai.", "llm.", "vllm:", "vllm_", "vllm.", "tgi_", "sglang:", "sglang_", "nv_", "ollama_", "ollama.",
        "ollama:",
        "litellm_", "litellm.", "db.client.",
    ]

    private static let labels: Set<String> = [
        "gen_ai.operation.name", "gen_ai.provider.name", "gen_ai.system", "gen_ai.request.model",
        "gen_ai.response.model",
        "gen_ai.token.type", "gen_ai.tool.name", "gen_ai.agent.name", "error.type", "server.address", "server.port",
        "model_name", "model", "requested_model", "version", "finished_reason", "method", "kv_cache_block_type",
        "request_type", "db.system.name", "db.system", "db.operation.name", "db.collection.name",
    ]

    private static let meanings: [String: [Entry]] = [
        // OpenTelemetry GenAI
        "gen_ai.client.token.usage": [
            Entry(.inputTokens, where: MetricLabel("gen_ai.token.type", "input")),
            Entry(.outputTokens, where: MetricLabel("gen_ai.token.type", "output")),
        ],
        "gen_ai.client.operation.duration": [Entry(.duration)],
        "gen_ai.client.operation.time_to_first_chunk": [Entry(.timeToFirstToken)],
        "gen_ai.client.operation.time_per_output_chunk": [Entry(.timePerOutputToken)],
        "gen_ai.server.request.duration": [Entry(.duration)],
        "gen_ai.server.time_to_first_token": [Entry(.timeToFirstToken)],
        "gen_ai.server.time_per_output_token": [Entry(.timePerOutputToken)],
        "operation.cost": [Entry(.cost)],
        // vLLM
        "vllm_num_requests_waiting": [Entry(.waiting)],
        "vllm_num_requests_running": [Entry(.running)],
        "vllm_gpu_cache_usage_perc": [Entry(.cacheShare)],
        "vllm_kv_cache_usage_perc": [Entry(.cacheShare)],
        "vllm_time_to_first_token_seconds": [Entry(.timeToFirstToken)],
        "vllm_time_per_output_token_seconds": [Entry(.timePerOutputToken)],
        "vllm_inter_token_latency_seconds": [Entry(.timePerOutputToken)],
        "vllm_e2e_request_latency_seconds": [Entry(.duration)],
        "vllm_prompt_tokens": [Entry(.inputTokens)],
        "vllm_generation_tokens": [Entry(.outputTokens)],
        "vllm_request_success": [Entry(.requests)],
        // SGLang
        "sglang_num_queue_reqs": [Entry(.waiting)],
        "sglang_num_running_reqs": [Entry(.running)],
        "sglang_token_usage": [Entry(.cacheShare)],
        "sglang_time_to_first_token_seconds": [Entry(.timeToFirstToken)],
        "sglang_time_per_output_token_seconds": [Entry(.timePerOutputToken)],
        "sglang_inter_token_latency_seconds": [Entry(.timePerOutputToken)],
        "sglang_e2e_request_latency_seconds": [Entry(.duration)],
        "sglang_prompt_tokens": [Entry(.inputTokens)],
        "sglang_generation_tokens": [Entry(.outputTokens)],
        "sglang_gen_throughput": [Entry(.throughput)],
        "sglang_num_requests": [Entry(.requests)],
        // Text Generation Inference
        "tgi_queue_size": [Entry(.waiting)],
        "tgi_batch_current_size": [Entry(.running)],
        "tgi_request_mean_time_per_token_duration": [Entry(.timePerOutputToken)],
        "tgi_request_duration": [Entry(.duration)],
        "tgi_request_input_length": [Entry(.inputTokens)],
        "tgi_request_generated_tokens": [Entry(.outputTokens)],
        "tgi_request_count": [Entry(.requests)],
        // Triton, with and without TensorRT-LLM
        "nv_inference_pending_request_count": [Entry(.waiting)],
        "nv_inference_first_response_histogram_ms": [Entry(.timeToFirstToken)],
        "nv_inference_request_success": [Entry(.requests)],
        "nv_trt_llm_request_metrics": [
            Entry(.waiting, where: MetricLabel("request_type", "waiting")),
            Entry(.running, where: MetricLabel("request_type", "active")),
        ],
        "nv_trt_llm_kv_cache_block_metrics": [
            Entry(.cacheShare, where: MetricLabel("kv_cache_block_type", "fraction"))
        ],
        // LiteLLM's proxy
        "litellm_in_flight_requests": [Entry(.running)],
        "litellm_llm_api_time_to_first_token_metric": [Entry(.timeToFirstToken)],
        "litellm_request_total_latency_metric": [Entry(.duration)],
        "litellm_input_tokens_metric": [Entry(.inputTokens)],
        "litellm_output_tokens_metric": [Entry(.outputTokens)],
        "litellm_proxy_total_requests_metric": [Entry(.requests)],
        "litellm_spend_metric": [Entry(.cost)],
    ]
}
