/// What a person said of a call. One person says one thing of one call: saying more adds to it, saying it anew replaces it.
public struct Feedback: Hashable, Sendable, Identifiable {
    public var id: FeedbackID
    public var traceID: TraceID
    /// The judged span; where nobody named one, the call that the collector took the trace to be about.
    public var spanID: SpanID
    public var rating: Rating?
    /// What the right answer would have been.
    public var correction: String?
    public var note: String?
    /// Who said it: `os:` and a name for a user of the machine on which the collector runs.
    public var principal: String
    /// When it was said last.
    public var time: Timestamp

    /// A judgement of the given parts.
    public init(
        id: FeedbackID, traceID: TraceID, spanID: SpanID, rating: Rating?, correction: String?, note: String?,
        principal: String, time: Timestamp
    ) {
        (self.id, self.traceID, self.spanID, self.rating) = (id, traceID, spanID, rating)
        (self.correction, self.note, self.principal, self.time) = (correction, note, principal, time)
    }

    /// The judgement as the control API says it.
    public var json: JSON {
        [
            "id": .integer(id.rawValue), "trace_id": .string(traceID.description),
            "span_id": .string(spanID.description), "rating": JSON(rating?.rawValue), "correction": JSON(correction),
            "note": JSON(note), "principal": .string(principal), "time": .string(time.rfc3339()),
        ]
    }

    /// The judgement that `json` says; nil when it does not.
    public init?(_ json: JSON) {
        guard let id = json["id"]?.integer, let traceID = json["trace_id"]?.string.flatMap({ TraceID(hex: $0) }),
            let spanID = json["span_id"]?.string.flatMap({ SpanID(hex: $0) }),
            let principal = json["principal"]?.string,
            let time = json["time"]?.string.flatMap({ Timestamp(rfc3339: $0) })
        else { return nil }
        self.init(
            id: FeedbackID(rawValue: id), traceID: traceID, spanID: spanID,
            rating: json["rating"]?.integer.flatMap(Rating.init), correction: json["correction"]?.string,
            note: json["note"]?.string, principal: principal, time: time)
    }
}
