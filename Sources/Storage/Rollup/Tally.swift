/// A sum over those calls that say a number, and how many do. Wraps around rather than trapping, so that what was added can always be
/// taken out again.
struct Tally: Equatable {
    var count: Int64 = 0
    var sum: Int64 = 0

    @inline(__always)
    mutating func add(_ value: Int64?, sign: Int64) {
        guard let value else { return }
        count &+= sign
        sum &+= value &* sign
    }

    mutating func add(_ other: Tally) {
        count &+= other.count
        sum &+= other.sum
    }

    /// The sum; nil when nobody said a number.
    var known: Int64? { count > 0 ? sum : nil }
}
