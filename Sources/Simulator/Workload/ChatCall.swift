import Domain

/// A call to a language model: what is asked, what comes back, and in which circumstances.
struct ChatCall {
    var model: ChatModel
    var prompt: SampleData.Prompt
    var conversation: String?
    var messages: [JSON]
    /// Tokens of everything that is sent but for the last message.
    var prefixTokens: Int
    /// Tokens of the last message.
    var newTokens: Int
    /// What the model says or which tools it calls, as the parts of its message, and their tokens.
    var parts: [JSON]
    var outputTokens: Int
    var finishReason: String
    var isStreamed: Bool
    var behaviour: Conditions.Behaviour
    var outage: Double
    /// How likely the provider still has the beginning of the prompt in its cache.
    var cacheHit: Double
}

extension ChatCall {
    /// What was measured of a call that succeeded.
    struct Outcome {
        var span: ReportedSpan
        var responseID: String
    }

    /// Makes the call: adds its span, whether it succeeds or fails.
    func perform(in trace: inout TraceBuilder) -> Result<Outcome, Failure> {
        if let failure = CallFailure.drawn(outage: outage, &trace.source) {
            var attributes = request
            attributes["error.type"] = .string(failure.rawValue)
            trace.add(
                "chat \(model.name)", .client, seconds: failure.seconds(&trace.source), failure: failure.message,
                attributes: attributes)
            trace.note(
                "exception",
                ["exception.type": .string(failure.rawValue), "exception.message": .string(failure.message)])
            return .failure(Failure(kind: failure))
        }
        let straggles = trace.source.chance(behaviour.stragglers) ? 3.0 : 1.0
        let slowness = behaviour.slowness * straggles
        let first = slowness * trace.source.logNormal(median: model.firstToken.median, sigma: model.firstToken.sigma)
        let speed = trace.source.logNormal(median: model.speed.median, sigma: model.speed.sigma)
        let responseID = model.responsePrefix + trace.source.hexadecimal(24)
        var attributes = request
        attributes.append([
            "gen_ai.response.id": .string(responseID),
            "gen_ai.response.model": .string(model.answersAs),
            "gen_ai.response.finish_reasons": .strings([finishReason]),
            "gen_ai.output.messages": .string(MessageText.output(parts, finish: finishReason)),
            "gen_ai.usage.input_tokens": .init(prefixTokens + newTokens),
            "gen_ai.usage.output_tokens": .init(outputTokens),
        ])
        attributes.append(cacheUsage(&trace.source))
        if isStreamed { attributes["gen_ai.response.time_to_first_chunk"] = .double(first) }
        let span = trace.add(
            "chat \(model.name)", .client, seconds: first + slowness * Double(outputTokens) / speed,
            attributes: attributes)
        return .success(Outcome(span: span, responseID: responseID))
    }

    /// A call that failed.
    struct Failure: Error { var kind: CallFailure }

    private var request: ReportedAttributes {
        var attributes: ReportedAttributes = [
            "gen_ai.operation.name": "chat",
            "gen_ai.provider.name": .string(model.provider),
            "gen_ai.request.model": .string(model.name),
            "gen_ai.request.temperature": .double(prompt.temperature),
            "gen_ai.request.max_tokens": .init(prompt.maximumTokens),
            "gen_ai.prompt.name": .string(prompt.name),
            "gen_ai.prompt.version": .string(prompt.version),
            "gen_ai.system_instructions": .string(prompt.instructions),
            "gen_ai.input.messages": .string(JSON.array(messages).text),
            "server.address": .string(model.host),
            "server.port": .int(443),
        ]
        if isStreamed { attributes["gen_ai.request.stream"] = true }
        if let conversation { attributes["gen_ai.conversation.id"] = .string(conversation) }
        return attributes
    }

    /// Providers cache from 1024 tokens on, in steps of 128.
    private func cacheUsage(_ source: inout RandomSource) -> ReportedAttributes {
        let cacheable = prefixTokens / 128 * 128
        guard cacheable >= 1024 else { return [:] }
        if source.chance(cacheHit) { return ["gen_ai.usage.cache_read.input_tokens": .init(cacheable)] }
        return model.reportsCacheWrites ? ["gen_ai.usage.cache_write.input_tokens": .init(cacheable)] : [:]
    }
}
