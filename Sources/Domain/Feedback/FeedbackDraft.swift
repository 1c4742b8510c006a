/// What somebody wants to say of a call. Parts that are nil are left as they are.
public struct FeedbackDraft: Hashable, Sendable {
    public var traceID: TraceID
    /// The judged span; nil for the call that the trace is about.
    public var spanID: SpanID?
    public var rating: Rating?
    /// What the right answer would have been.
    public var correction: String?
    public var note: String?

    /// A judgement of the given parts; at least one of the last three is to be there.
    public init(
        traceID: TraceID, spanID: SpanID? = nil, rating: Rating? = nil, correction: String? = nil, note: String? = nil
    ) {
        (self.traceID, self.spanID, self.rating) = (traceID, spanID, rating)
        (self.correction, self.note) = (correction, note)
    }

    /// Bytes that a correction may have.
    public static let longestCorrection = 256 << 10
    /// Bytes that a note may have.
    public static let longestNote = 16 << 10

    /// The draft as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member] = [.init("trace_id", .string(traceID.description))]
        if let spanID { members.append(.init("span_id", .string(spanID.description))) }
        if let rating { members.append(.init("rating", .integer(rating.rawValue))) }
        if let correction { members.append(.init("correction", .string(correction))) }
        if let note { members.append(.init("note", .string(note))) }
        return .object(members)
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(json, members: ["trace_id", "span_id", "rating", "correction", "note"])
        guard let traceID = try body.traceID("trace_id") else { throw .missing("trace_id") }
        let rating = try body.integer("rating").map { (value) throws(MalformedCommand) in
            guard let rating = Rating(rawValue: value) else { throw MalformedCommand("rating: must be 1 or -1") }
            return rating
        }
        self.init(
            traceID: traceID, spanID: try body.spanID("span_id"), rating: rating,
            correction: try body.text("correction", limit: Self.longestCorrection),
            note: try body.text("note", limit: Self.longestNote))
        guard rating != nil || correction != nil || note != nil else {
            throw MalformedCommand("one of rating, correction and note must be there")
        }
    }
}
