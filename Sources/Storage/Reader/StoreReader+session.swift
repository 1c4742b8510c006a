import Domain

extension StoreReader {
    /// The turns of a session, oldest first.
    public func session(_ query: SessionQuery) throws -> SessionDetail {
        let range = TimeRange(from: query.near.advanced(by: -.hours(24)), to: query.near.advanced(by: .hours(24)))
        let filter = Filter([FilterTerm(.equals(.session, [query.session]))])
        let page = try requests(
            RequestsQuery(range: range, filter: filter, order: .newest, limit: query.limit), watch: { _ in true })
        return SessionDetail(
            session: query.session, turns: SessionTurn.turns(of: page.rows), isComplete: !page.hasMore)
    }
}
