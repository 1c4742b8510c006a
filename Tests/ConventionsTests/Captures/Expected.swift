import Domain

/// What must come out of a capture: the figures of `expected.json`, or those found.
struct Expected: Equatable {
    struct Usage: Equatable {
        var calls: Int64 = 0
        var input: Int64 = 0
        var output: Int64 = 0
        var cached: Int64 = 0
        var unknown: Int64 = 0
    }

    struct Sample: Equatable {
        var traceID: String
        var spanID: String
        /// The first 200 characters of what was asked and answered.
        var input: String
        var output: String
    }

    var spans: Int64 = 0
    var calls: Int64 = 0
    var errors: Int64 = 0
    var usage: [String: Usage] = [:]
    var sessions: Set<String> = []
    var callsWithOwnSession: Int64 = 0
    var retrievals: Int64 = 0
    var documents: Int64 = 0
    var tools: Int64 = 0
    var callsWithFirstToken: Int64 = 0
    var medianFirstToken: Double?
    var shortest: Double?
    var longest: Double?
    var callsWithInput: Int64 = 0
    var callsWithOutput: Int64 = 0
    var samples: [Sample] = []

    init() {}

    init(_ json: JSON) {
        spans = json["spans"]?.integer ?? -1
        calls = json["llm_calls"]?.integer ?? -1
        errors = json["llm_errors"]?.integer ?? -1
        for member in json["tokens_per_model"]?.members ?? [] {
            let value = member.value
            usage[member.name] = Usage(
                calls: value["calls"]?.integer ?? -1, input: value["input"]?.integer ?? -1,
                output: value["output"]?.integer ?? -1, cached: value["cached"]?.integer ?? -1,
                unknown: value["calls_without_usage"]?.integer ?? -1)
        }
        sessions = Set(json["sessions"]?.array?.compactMap(\.string) ?? [])
        callsWithOwnSession = json["llm_calls_with_own_session"]?.integer ?? -1
        retrievals = json["retrieval_calls"]?.integer ?? -1
        documents = json["retrieval_documents"]?.integer ?? -1
        tools = json["tool_spans"]?.integer ?? -1
        callsWithFirstToken = json["ttft_calls"]?.integer ?? -1
        medianFirstToken = json["ttft_median_s"]?.double
        shortest = json["llm_duration_ms"]?["min"]?.double
        longest = json["llm_duration_ms"]?["max"]?.double
        callsWithInput = json["calls_with_input_text"]?.integer ?? -1
        callsWithOutput = json["calls_with_output_text"]?.integer ?? -1
        samples = (json["samples"]?.array ?? []).map {
            Sample(
                traceID: $0["trace_id"]?.string ?? "", spanID: $0["span_id"]?.string ?? "",
                input: $0["input200"]?.string ?? "", output: $0["output200"]?.string ?? "")
        }
    }
}
