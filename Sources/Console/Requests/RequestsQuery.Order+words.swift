import Domain

extension RequestsQuery.Order {
    /// Whether the smallest stands on top.
    var isAscending: Bool { rawValue == "oldest" }
    /// As a line says it: `worst first`.
    var words: String { "\(rawValue) first" }
    /// The order that `s` chooses next.
    var next: RequestsQuery.Order {
        let all = Self.allCases
        let index = all.firstIndex(of: self).map { $0 + 1 } ?? 0
        return all[index % all.count]
    }
}
