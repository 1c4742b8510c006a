/// By what the rows of the breakdown are sorted.
struct BreakdownOrder: Hashable, Sendable {
    var column = BreakdownColumn.requests
    var isAscending = false
}
