import Domain

extension Interpreter {
    /// How the model of an inference span was asked to answer: the attributes of OpenTelemetry, else OpenInference's JSON.
    public func parameters(of span: Span) -> CallParameters {
        var parameters = CallParameters()
        var isSaid = false
        for (key, path) in Self.parameterKeys {
            guard let value = span.attributes[key]?.number else { continue }
            parameters[keyPath: path] = value
            isSaid = true
        }
        guard !isSaid, let bytes = span.attributes["llm.invocation_parameters"]?.rawBytes, bytes.count <= 4096,
            let json = try? JSON(parsing: bytes)
        else { return parameters }
        for (names, path) in Self.memberNames {
            parameters[keyPath: path] = names.lazy.compactMap { json[$0]?.double }.first
        }
        return parameters
    }

    private typealias Path = WritableKeyPath<CallParameters, Double?> & Sendable

    private static let parameterKeys: [(StaticString, Path)] = [
        ("gen_ai.request.temperature", \.temperature), ("gen_ai.request.top_p", \.topP),
        ("gen_ai.request.top_k", \.topK), ("gen_ai.request.max_tokens", \.maximumTokens),
        ("gen_ai.request.frequency_penalty", \.frequencyPenalty),
        ("gen_ai.request.presence_penalty", \.presencePenalty),
    ]

    private static let memberNames: [([String], Path)] = [
        (["temperature"], \.temperature), (["top_p"], \.topP), (["top_k"], \.topK),
        (["max_tokens", "max_completion_tokens", "max_output_tokens"], \.maximumTokens),
        (["frequency_penalty"], \.frequencyPenalty), (["presence_penalty"], \.presencePenalty),
    ]
}

extension AttributeValue {
    /// A number; nil for anything else.
    fileprivate var number: Double? {
        switch record {
        case .int(let number): Double(number)
        case .double(let number): number.isFinite ? number : nil
        default: nil
        }
    }
}
