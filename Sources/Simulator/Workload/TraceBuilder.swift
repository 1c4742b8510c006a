import Domain

/// Puts the spans of one trace one after the other, and the root around them.
struct TraceBuilder {
    /// Everything random in the trace.
    var source: RandomSource
    let service: Service
    let traceID: TraceID
    let rootID: SpanID
    let start: Timestamp
    /// When the next span begins.
    private(set) var now: Timestamp
    /// The children of the root so far.
    private(set) var children: [ReportedSpan] = []

    init(service: Service, start: Timestamp, seed: UInt64) {
        self.service = service
        self.start = start
        now = start.advanced(by: .milliseconds(1))
        source = RandomSource(seed: seed, .turn)
        traceID = TraceID(high: source.next() | 1, low: source.next())
        rootID = source.spanID()
    }

    /// Adds a child of the root that takes so many seconds, and moves the time behind it.
    @discardableResult
    mutating func add(
        _ name: String, _ kind: ReportedSpan.Kind, seconds: Double, failure: String? = nil,
        attributes: ReportedAttributes
    ) -> ReportedSpan {
        let end = now.advanced(by: Nanoseconds(seconds: max(seconds, 0.0002)))
        let span = ReportedSpan(
            service: service, traceID: traceID, spanID: source.spanID(), parentID: rootID, name: name, kind: kind,
            start: now, end: end, attributes: attributes, failure: failure)
        children.append(span)
        now = end.advanced(by: Nanoseconds(seconds: source.uniform(0.0002, 0.002)))
        return span
    }

    /// Notes something that happened at the end of the last span.
    mutating func note(_ name: String, _ attributes: ReportedAttributes) {
        guard let last = children.indices.last else { return }
        children[last].events.append(.init(time: children[last].end, name: name, attributes: attributes))
    }

    /// All spans, the root last.
    func finished(
        _ name: String, failure: String?, attributes: ReportedAttributes, events: [ReportedSpan.Event] = []
    ) -> [ReportedSpan] {
        let root = ReportedSpan(
            service: service, traceID: traceID, spanID: rootID, parentID: nil, name: name, kind: .internal,
            start: start,
            end: now.advanced(by: .milliseconds(1)), attributes: attributes, events: events, failure: failure)
        return children + [root]
    }
}

extension RandomSource {
    /// An id that is not zero.
    mutating func spanID() -> SpanID {
        while true {
            if let id = SpanID(next()) { return id }
        }
    }
}
