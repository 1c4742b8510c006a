import Domain

extension Interpreter {
    /// How the model of an inference span was asked to answer: the attributes of OpenTelemetry, else OpenInference's JSON.
    public func parameters(of span: Span) -> CallParameters {
        let attributes = span.attributes
        var parameters = CallParameters()
        parameters.temperature = attributes["gen_ai.request.temperature"]?.number
        parameters.topP = attributes["gen_ai.request.top_p"]?.number
        parameters.topK = attributes["gen_ai.request.top_k"]?.number
        parameters.maximumTokens = attributes["gen_ai.request.max_tokens"]?.number
        parameters.frequencyPenalty = attributes["gen_ai.request.frequency_penalty"]?.number
        parameters.presencePenalty = attributes["gen_ai.request.presence_penalty"]?.number
        guard parameters == CallParameters(), let bytes = attributes["llm.invocation_parameters"]?.rawBytes,
            bytes.count <= Self.longestParameters, let json = try? JSON(parsing: bytes)
        else { return parameters }
        parameters.temperature = json["temperature"]?.double
        parameters.topP = json["top_p"]?.double
        parameters.topK = json["top_k"]?.double
        parameters.maximumTokens =
            json["max_tokens"]?.double ?? json["max_completion_tokens"]?.double ?? json["max_output_tokens"]?.double
        parameters.frequencyPenalty = json["frequency_penalty"]?.double
        parameters.presencePenalty = json["presence_penalty"]?.double
        return parameters
    }

    /// Longer ones carry schemas of tools, and are not worth reading for a few numbers.
    private static let longestParameters = 4096
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
