import Domain

extension FakeSource {
    /// The calls that are held, as a store would answer; `longSearch` progress reports come first.
    func requests(_ query: RequestsQuery, watch: SearchWatch) throws -> RequestsPage {
        let found = calls.filter { query.range.contains($0.end) && $0.matches(query.filter) }
        let sorted = found.sorted { query.order.isBefore($0, $1) }
        return RequestsPage(
            rows: Array(sorted.prefix(query.limit)), coverage: requestsCoverage, hasMore: sorted.count > query.limit)
    }
}

extension RequestsQuery.Order {
    fileprivate func isBefore(_ a: RequestRow, _ b: RequestRow) -> Bool {
        func rank(_ row: RequestRow) -> (Int64, Timestamp) {
            switch self {
            case .slowest: (row.duration?.count ?? -1, row.end)
            case .costliest: (row.cost?.nanodollars ?? -1, row.end)
            case .worst: ((row.call.isError ? .max / 2 : 0) + (row.duration?.count ?? 0), row.end)
            case .newest: (0, row.end)
            case .oldest: (-row.end.nanoseconds, row.end)
            }
        }
        return rank(a) > rank(b)
    }
}

extension RequestRow {
    fileprivate func matches(_ filter: Filter) -> Bool {
        filter.terms.allSatisfy { term in
            let holds =
                switch term.condition {
                case .equals(let dimension, let values): values.contains(value(of: dimension) ?? "unknown")
                case .failed(let failed): call.isError == failed
                case .compares(.latency, .greater, let seconds): (duration?.seconds ?? 0) > seconds
                default: true
                }
            return holds != term.isNegated
        }
    }

    private func value(of dimension: Dimension) -> String? {
        switch dimension {
        case .environment: call.environment
        case .service: call.service
        case .operation: call.operation?.rawValue
        case .model: call.model
        case .prompt: call.context.promptName.map { "\($0)@\(call.context.promptVersion ?? "")" }
        case .release: call.context.release
        case .user: call.context.user
        case .session: call.context.session
        case .error: call.errorType
        }
    }
}
