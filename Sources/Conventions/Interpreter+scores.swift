import Domain

extension Interpreter {
    private static let evaluationEvent = "gen_ai.evaluation.result"

    /// The judgements that a span carries: OpenInference evaluations and annotations among its attributes, and events of the name
    /// `gen_ai.evaluation.result`. They judge this span. At most 64 of one span are read.
    ///
    /// - Parameter time: the time by which the span is filed.
    public func scores(of span: Span, filedAt time: Timestamp) -> [Score] {
        let judgements = judgements(FlatAttributes(of: span))
        guard !judgements.isEmpty || span.hasEvents else { return [] }
        var scores: [Score] = []
        let blank = blankScore(span.resource, traceID: span.traceID, spanID: span.spanID, time: time)
        for judgement in judgements {
            guard let name = judgement["name"]?.said else { continue }
            var score = blank
            score.name = name
            score.value = judgement["score"]?.double
            score.label = judgement["label"]?.said
            score.explanation = judgement["explanation"]?.said
            score.source = judgement["annotator_kind"]?.said?.lowercased()
            scores.append(score)
        }
        if span.hasEvents {
            for event in span.events where event.name == Self.evaluationEvent {
                if let score = read(event.attributes, into: blank) { scores.append(score) }
            }
        }
        return Array(scores.prefix(64))
    }

    /// The judgement that a log record is, when its event is `gen_ai.evaluation.result` and it names what it judges.
    ///
    /// - Parameter time: the time by which the record is filed.
    public func score(of log: LogRecord, filedAt time: Timestamp) -> Score? {
        guard log.eventName == Self.evaluationEvent else { return nil }
        return read(
            log.attributes, into: blankScore(log.resource, traceID: log.traceID, spanID: log.spanID, time: time))
    }

    /// Whether a log record belongs to what is watched here: an event of GenAI (messages, operation details, evaluations) or a
    /// record of some span. An ordinary line of an application's log is not kept.
    public func keeps(_ log: LogRecord) -> Bool {
        log.spanID != nil || log.eventName.hasPrefix("gen_ai.")
    }

    private func judgements(_ attributes: FlatAttributes) -> [JSON] {
        guard attributes.hasKey(beginning: "evaluations.", "annotations.") else { return [] }
        let evaluations = attributes.elements(under: "evaluations.").compactMap { $0["evaluation"] }
        let annotations = attributes.elements(under: "annotations.").compactMap { $0["annotation"] }
        return evaluations + annotations
    }

    private func blankScore(_ resource: AttributeList, traceID: TraceID?, spanID: SpanID?, time: Timestamp) -> Score {
        var score = Score(
            name: "", time: time, service: Self.service(of: resource),
            environment: Self.environment(of: resource) ?? "default")
        (score.traceID, score.spanID) = (traceID, spanID)
        return score
    }

    private func read(_ attributes: AttributeList, into blank: Score) -> Score? {
        guard let name = attributes["gen_ai.evaluation.name"]?.text else { return nil }
        var score = blank
        score.name = name
        score.value = attributes["gen_ai.evaluation.score.value"]?.number
        score.label = attributes["gen_ai.evaluation.score.label"]?.text
        score.explanation = attributes["gen_ai.evaluation.explanation"]?.text
        score.errorType = attributes["error.type"]?.text
        score.responseID = attributes["gen_ai.response.id"]?.text
        return score
    }
}
