/// So many records as may be held at present, which grow up to a limit: each step is paid for out of the decode budget before the
/// records are there, and doubles what was paid, as arrays double.
struct Allowance {
    private static let firstStep = 16

    /// Records that may be held without asking again.
    private(set) var covered = 0
    /// Records that may ever be held.
    private let limit: Int
    /// Bytes of one.
    private let size: Int

    init(limit: Int, size: Int) { (self.limit, self.size) = (limit, size) }

    /// What came of asking for more.
    enum Answer {
        case granted, overLimit, noMemory
    }

    /// Covers `count` records, at the cost of `reservation`.
    mutating func cover(_ count: Int, of reservation: DecodeReservation?) -> Answer {
        guard count <= limit else { return .overLimit }
        let wanted = min(max(count, covered * 2, Self.firstStep), limit)
        guard reservation?.tryTake((wanted - covered) * size) ?? true else { return .noMemory }
        covered = wanted
        return .granted
    }
}
