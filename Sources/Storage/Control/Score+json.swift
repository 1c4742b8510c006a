import Domain

extension Score {
    /// The judgement as `unfiled` keeps it.
    var json: JSON {
        [
            "name": .string(name), "value": JSON(value), "label": JSON(label), "explanation": JSON(explanation),
            "source": JSON(source), "trace_id": JSON(traceID?.description), "span_id": JSON(spanID?.description),
            "response_id": JSON(responseID), "time_ns": .integer(time.nanoseconds), "service": .string(service),
            "environment": .string(environment),
        ]
    }

    /// The judgement that `json` keeps; nil when it does not.
    init?(_ json: JSON) {
        guard let name = json["name"]?.string, let time = json["time_ns"]?.integer,
            let service = json["service"]?.string, let environment = json["environment"]?.string
        else { return nil }
        self.init(name: name, time: Timestamp(nanoseconds: time), service: service, environment: environment)
        value = json["value"]?.double
        label = json["label"]?.string
        explanation = json["explanation"]?.string
        source = json["source"]?.string
        traceID = json["trace_id"]?.string.flatMap { TraceID(hex: $0) }
        spanID = json["span_id"]?.string.flatMap { SpanID(hex: $0) }
        responseID = json["response_id"]?.string
    }
}
