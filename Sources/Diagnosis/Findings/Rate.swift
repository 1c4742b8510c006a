/// A number of failures among a number of calls.
struct Rate: Hashable {
    var failures: Double
    var calls: Double

    init(failures: Int64, calls: Int64) { (self.failures, self.calls) = (Double(failures), Double(calls)) }

    var value: Double { calls > 0 ? failures / calls : 0 }

    static func + (a: Rate, b: Rate) -> Rate {
        var sum = a
        sum.failures += b.failures
        sum.calls += b.calls
        return sum
    }

    /// Whether this rate clearly is worse than the other: five failures and one per cent at least, three times the other, and
    /// four standard errors away (two-proportion z-test with the pooled rate), so that looking every second does not cry wolf.
    func clearlyExceeds(_ other: Rate) -> Bool {
        guard calls >= 20, other.calls >= 20, failures >= 5, value >= 0.01, value >= 3 * other.value else {
            return false
        }
        let pooled = (self + other).value
        let error = (pooled * (1 - pooled) * (1 / calls + 1 / other.calls)).squareRoot()
        return error == 0 || (value - other.value) / error >= 4
    }
}
