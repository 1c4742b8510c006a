extension EvaluationAnswer {
    /// The answer; parts that are not known are left out.
    public var json: JSON {
        var members: [JSON.Member] = [.init("text", .string(text))]
        func add(_ name: String, _ value: JSON?) { if let value { members.append(.init(name, value)) } }
        add("model", model.map(JSON.string))
        if !documents.isEmpty { add("documents", .array(documents.map(JSON.string))) }
        add("input_tokens", usage.input.map(JSON.integer))
        add("output_tokens", usage.output.map(JSON.integer))
        add("cache_read_tokens", usage.cacheRead.map(JSON.integer))
        add("reasoning_tokens", usage.reasoning.map(JSON.integer))
        add("cost_nanodollars", cost.map { .integer($0.nanodollars) })
        add("duration_ns", duration.map { .integer($0.count) })
        add("finish_reason", finishReason.map(JSON.string))
        if isCached { add("cached", true) }
        return .object(members)
    }

    /// The answer that `json` says; nil when it has no text.
    public init?(_ json: JSON) {
        guard let text = json["text"]?.string else { return nil }
        self.init(
            text: text, model: json["model"]?.string,
            documents: (json["documents"]?.array ?? []).compactMap(\.string),
            usage: TokenUsage(
                input: json["input_tokens"]?.integer, output: json["output_tokens"]?.integer,
                cacheRead: json["cache_read_tokens"]?.integer, reasoning: json["reasoning_tokens"]?.integer),
            cost: json["cost_nanodollars"]?.integer.map { Money(nanodollars: $0) },
            duration: json["duration_ns"]?.integer.map { Nanoseconds($0) },
            finishReason: json["finish_reason"]?.string, isCached: json["cached"]?.bool ?? false)
    }
}
