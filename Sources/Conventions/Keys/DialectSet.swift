import Domain

/// The conventions of which a span bears a trace; the most particular one names it.
struct DialectSet: OptionSet {
    let rawValue: UInt16

    static let langfuse = DialectSet(rawValue: 1 << 0)
    static let langSmith = DialectSet(rawValue: 1 << 1)
    static let mlflow = DialectSet(rawValue: 1 << 2)
    static let haystack = DialectSet(rawValue: 1 << 3)
    static let openInference = DialectSet(rawValue: 1 << 4)
    static let openLLMetry = DialectSet(rawValue: 1 << 5)
    /// OpenTelemetry from 1.37 on.
    static let current = DialectSet(rawValue: 1 << 6)
    /// OpenTelemetry before 1.37.
    static let legacy = DialectSet(rawValue: 1 << 7)
    /// OpenTelemetry of either generation.
    static let openTelemetry = DialectSet(rawValue: 1 << 8)
    static let vercel = DialectSet(rawValue: 1 << 9)

    /// The convention to which a known key belongs; none for keys that ordinary applications use too.
    init(ofKey key: String) {
        let prefixes: [(String, DialectSet)] = [
            ("langfuse.", .langfuse), ("langsmith.", .langSmith), ("mlflow.", .mlflow), ("haystack.", .haystack),
            ("openinference.", .openInference), ("traceloop.", .openLLMetry), ("llm.request.type", .openLLMetry),
            ("llm.usage.", .openLLMetry), ("llm.is_streaming", .openLLMetry), ("llm.user", .openLLMetry),
            ("llm.response.", .openLLMetry), ("llm.", .openInference), ("embedding.", .openInference),
            ("reranker.", .openInference), ("gen_ai.provider.name", .current), ("gen_ai.output.messages", .current),
            ("gen_ai.system", .legacy),
            ("gen_ai.openai.", .legacy), ("gen_ai.", .openTelemetry), ("ai.", .vercel),
        ]
        self = prefixes.first { key.hasPrefix($0.0) }?.1 ?? []
    }

    init(rawValue: UInt16) { self.rawValue = rawValue }

    /// The most particular convention.
    var dialect: Dialect {
        if contains(.langfuse) { return .langfuse }
        if contains(.langSmith) { return .langSmith }
        if contains(.mlflow) { return .mlflow }
        if contains(.haystack) { return .haystack }
        if contains(.openInference) { return .openInference }
        if contains(.vercel) { return .vercel }
        if contains(.openLLMetry) { return .openLLMetry }
        if contains(.current) { return .openTelemetry }
        if contains(.legacy) { return .openTelemetryLegacy }
        return contains(.openTelemetry) ? .openTelemetry : .none
    }
}
