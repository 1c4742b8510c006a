/// A judgement that an evaluator or a person wants to have stored.
public struct ScoreDraft: Hashable, Sendable {
    /// What is judged.
    public enum Subject: Hashable, Sendable {
        case span(TraceID, SpanID)
        /// The call that gave the response with this id.
        case response(String)
    }

    public var subject: Subject
    /// Which quality is judged (`faithfulness`, …).
    public var name: String
    /// Finite; nil when the judge gave only a label.
    public var value: Double?
    public var label: String?
    public var explanation: String?
    /// Who judged: `human`, `llm`, `code`; nil when nobody says.
    public var source: String?

    /// A judgement of the given parts; a value or a label is to be there.
    public init(
        subject: Subject, name: String, value: Double? = nil, label: String? = nil, explanation: String? = nil,
        source: String? = nil
    ) {
        (self.subject, self.name, self.value) = (subject, name, value)
        (self.label, self.explanation, self.source) = (label, explanation, source)
    }

    /// Bytes that an explanation may have.
    public static let longestExplanation = 64 << 10

    /// The draft as the control API takes it.
    public var json: JSON {
        var members: [JSON.Member]
        switch subject {
        case .span(let traceID, let spanID):
            members = [
                .init("trace_id", .string(traceID.description)), .init("span_id", .string(spanID.description)),
            ]
        case .response(let id): members = [.init("response_id", .string(id))]
        }
        members.append(.init("name", .string(name)))
        if let value { members.append(.init("value", JSON(value))) }
        for (name, text) in [("label", label), ("explanation", explanation), ("source", source)] {
            if let text { members.append(.init(name, .string(text))) }
        }
        return .object(members)
    }

    /// The draft that the body of a request says.
    ///
    /// - Throws: which member is wrong, and how.
    public init(_ json: JSON) throws(MalformedCommand) {
        let body = try CommandBody(
            json,
            members: ["trace_id", "span_id", "response_id", "name", "value", "label", "explanation", "source"])
        let subject: Subject
        switch (try body.traceID("trace_id"), try body.spanID("span_id"), try body.text("response_id", limit: 1024)) {
        case (let traceID?, let spanID?, nil): subject = .span(traceID, spanID)
        case (nil, nil, let response?): subject = .response(response)
        default: throw MalformedCommand("either trace_id and span_id or response_id must be there")
        }
        guard let name = try body.text("name", limit: 256) else { throw .missing("name") }
        self.init(
            subject: subject, name: name, value: try body.number("value"),
            label: try body.text("label", limit: 1024),
            explanation: try body.text("explanation", limit: Self.longestExplanation),
            source: try body.text("source", limit: 64))
        guard name != Feedback.scoreName else {
            throw MalformedCommand("name: '\(Feedback.scoreName)' is for ratings; use /api/v1/feedback")
        }
        guard value != nil || label != nil else { throw MalformedCommand("one of value and label must be there") }
    }
}

extension Feedback {
    /// The name under which a rating stands among the scores.
    public static let scoreName = "feedback"
}
