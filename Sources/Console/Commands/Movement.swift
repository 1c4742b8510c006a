/// How far something moves.
enum Movement: Hashable {
    case rows(Int)
    /// Halves of what is seen.
    case pages(Int)
    case first, last
    case charts(Int)

    /// The rows to move by where `page` rows are seen.
    func rows(page: Int) -> Int {
        switch self {
        case .rows(let count): count
        case .pages(let count): count * max(1, page / 2)
        case .first: -Self.far
        case .last: Self.far
        case .charts: 0
        }
    }

    private static let far = 1_000_000
}
