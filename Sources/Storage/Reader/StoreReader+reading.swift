import Domain

extension StoreReader {
    /// The steps of a trace, without what was said in them.
    public func outline(_ id: TraceID) throws -> TraceOutline? {
        try trace(id).map { TraceOutline(traceID: id, steps: $0.spans.map { TraceStep($0.row) }) }
    }

    /// One span with what was said within it.
    public func reading(_ trace: TraceID, _ span: SpanID) throws -> SpanReading? {
        guard let detail = try self.trace(trace)?.spans.first(where: { $0.row.spanID == span }) else { return nil }
        return SpanReading(detail: detail, contents: contents(detail.span, detail.logs))
    }

    /// The turns of a session, oldest first.
    public func session(_ query: SessionQuery) throws -> SessionDetail {
        let range = TimeRange(from: query.near.advanced(by: -.hours(24)), to: query.near.advanced(by: .hours(24)))
        let filter = Filter([FilterTerm(.equals(.session, [query.session]))])
        let page = try requests(
            RequestsQuery(range: range, filter: filter, order: .newest, limit: query.limit), watch: { _ in true })
        return SessionDetail(
            session: query.session, turns: SessionTurn.turns(of: page.rows), isComplete: !page.hasMore)
    }

    /// How telemetry arrives, as the collector counted last.
    public func ingestHealth() throws -> IngestHealth? { directory.ingestHealth() }

    /// What can stand in filters over `range`.
    public func vocabulary(_ range: TimeRange) throws -> FilterVocabulary {
        var vocabulary = FilterVocabulary()
        for dimension in Dimension.allCases where dimension.isSeries {
            let result = try stats(StatsQuery(range: range, by: [dimension], at: range.to))
            vocabulary.values[dimension] = result.rows.compactMap { $0.key.first ?? nil }
            vocabulary.scores = result.total.scores.keys.sorted()
        }
        return vocabulary
    }
}
