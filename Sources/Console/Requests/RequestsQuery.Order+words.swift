import Domain

extension RequestsQuery.Order {
    /// Whether the smallest stands on top.
    var isAscending: Bool { self == .oldest }
    /// The order the other way round; nil where there is none.
    var reversed: RequestsQuery.Order? {
        switch self {
        case .newest: .oldest
        case .oldest: .newest
        case .worst, .slowest, .costliest: nil
        }
    }
    /// As a line says it: `worst first`.
    var words: String { "\(rawValue) first" }
    /// The order that `s` chooses next.
    var next: RequestsQuery.Order {
        let all = Self.allCases
        let index = all.firstIndex(of: self).map { $0 + 1 } ?? 0
        return all[index % all.count]
    }
}
