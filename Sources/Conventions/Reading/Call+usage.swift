import Domain

extension Call {
    /// Reads the numbers of tokens as they are said.
    mutating func readUsage(_ values: FieldValues) {
        usage.input = values.count(.inputTokens)
        usage.output = values.count(.outputTokens)
        usage.cacheRead = values.count(.cacheRead)
        usage.cacheWrite = values.count(.cacheWrite)
        usage.reasoning = values.count(.reasoning)
        usage.audioInput = values.count(.audioInput)
        usage.audioOutput = values.count(.audioOutput)
        if values.has(.usageJSON), let details = values.json(.usageJSON) { readUsage(details) }
    }

    /// Fills in what is not known yet from the usage object of a model's answer, in the words of whichever provider or client.
    mutating func readUsage(_ details: JSON) {
        func fill(_ field: WritableKeyPath<TokenUsage, Int64?>, _ paths: [[String]]) {
            guard usage[keyPath: field] == nil else { return }
            for path in paths {
                let value = path.reduce(Optional(details)) { $0?[$1] }
                guard let value, value != .null else { continue }
                guard let count = TokenCount.read(value) else {
                    flags.insert(.usage)
                    continue
                }
                usage[keyPath: field] = count
                return
            }
        }
        fill(\.input, [["input_tokens"], ["prompt_tokens"], ["input"]])
        fill(\.output, [["output_tokens"], ["completion_tokens"], ["output"]])
        fill(
            \.cacheRead,
            [
                ["cache_read_input_tokens"], ["input_cached_tokens"], ["input_cache_read"], ["cache_read"],
                ["prompt_tokens_details", "cached_tokens"], ["input_tokens_details", "cached_tokens"],
                ["input_token_details", "cache_read"],
            ])
        fill(
            \.cacheWrite,
            [
                ["cache_creation_input_tokens"], ["input_cache_creation"], ["input_cache_write"],
                ["prompt_tokens_details", "cache_write_tokens"], ["input_token_details", "cache_creation"],
            ])
        fill(
            \.cacheWriteLong,
            [["cache_creation", "ephemeral_1h_input_tokens"], ["cache_creation_ephemeral_1h_input_tokens"]])
        fill(
            \.reasoning,
            [
                ["output_reasoning_tokens"], ["output_reasoning"], ["completion_tokens_details", "reasoning_tokens"],
                ["output_tokens_details", "reasoning_tokens"], ["output_token_details", "reasoning"],
            ])
        fill(\.audioInput, [["prompt_tokens_details", "audio_tokens"], ["input_audio_tokens"]])
        fill(\.audioOutput, [["completion_tokens_details", "audio_tokens"], ["output_audio_tokens"]])
    }

    /// An input smaller than its cached part counts only what was not cached (Anthropic's own way of counting); an output smaller than
    /// its reasoning leaves the reasoning out. To be called once, when everything has been read: it adds to what is there.
    mutating func repairTotals() {
        let written = max(usage.cacheWrite ?? 0, usage.cacheWriteLong ?? 0)
        let cached = (usage.cacheRead ?? 0) + written
        if let input = usage.input, input < cached {
            usage.input = input + cached
            flags.insert(.cacheOutsideInput)
        }
        if let output = usage.output, let reasoning = usage.reasoning, output < reasoning {
            usage.output = output + reasoning
            flags.insert(.reasoningOutsideOutput)
        }
    }
}
