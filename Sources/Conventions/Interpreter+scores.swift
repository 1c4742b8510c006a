import Domain

extension Interpreter {
    private static let evaluationEvent = "gen_ai.evaluation.result"

    /// The judgements that a span carries: OpenInference evaluations and annotations among its attributes, OpenTelemetry's of an
    /// evaluation, and events of the name `gen_ai.evaluation.result`. They judge this span, or the one to which it links when it was
    /// made to carry them; those of a trace or a session name the trace and no span. At most 64 of one span are read.
    ///
    /// - Parameter time: the time by which the span is filed.
    public func scores(of span: Span, filedAt time: Timestamp) -> [Score] {
        let isJudged = JudgementScope.occurs(in: span)
        guard isJudged || span.hasEvents else { return [] }
        let events = span.hasEvents ? span.events.filter { $0.name == Self.evaluationEvent } : []
        guard isJudged || !events.isEmpty else { return [] }
        let target = target(of: span)
        let blank = blankScore(span.resource, traceID: target.trace, spanID: target.span, time: time)
        var scores: [Score] = []
        if isJudged {
            for scope in JudgementScope.allCases { scores += judgements(of: scope, among: span, into: blank) }
            if let score = read(span.attributes, into: blank) { scores.append(score) }
        }
        scores += events.compactMap { read($0.attributes, into: blank) }
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

    /// A judgement made after the judged span ended comes on a span of its own, an evaluator's or of no kind, with one link to it.
    private func target(of span: Span) -> (trace: TraceID, span: SpanID) {
        let own = (span.traceID, span.spanID)
        let links = span.links
        guard links.count == 1, let trace = links[0].traceID, let linked = links[0].spanID else { return own }
        let kind = span.attributes["openinference.span.kind"]?.text
        return kind == nil || kind == "EVALUATOR" ? (trace, linked) : own
    }

    private func judgements(of scope: JudgementScope, among span: Span, into blank: Score) -> [Score] {
        let attributes = FlatAttributes(of: span)
        return scope.lists.flatMap { list in
            attributes.elements(under: list.prefix).compactMap { element in
                guard let judgement = element[list.element], let name = judgement["name"]?.said else { return nil }
                var score = blank
                if scope != .span { score.spanID = nil }
                score.name = name
                score.value = judgement["score"]?.double
                score.label = judgement["label"]?.said
                score.explanation = judgement["explanation"]?.said
                score.source = judgement["annotator_kind"]?.said?.lowercased()
                return score
            }
        }
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
