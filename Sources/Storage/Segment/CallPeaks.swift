/// What none of some calls exceeds.
struct CallPeaks: Hashable {
    /// Nanoseconds.
    var longest: Int64
    /// Nano-dollars.
    var costliest: Int64
    /// Nanoseconds, of failed calls; -1 without any.
    var longestFailure: Int64

    /// Of no calls.
    static let none = CallPeaks(longest: 0, costliest: 0, longestFailure: -1)
    /// Of calls of which nothing is known.
    static let unknown = CallPeaks(longest: .max, costliest: .max, longestFailure: .max)

    /// Of one call. Missing numbers rank below 0, so 0 is not below them.
    @inline(__always)
    init(duration: Int64?, cost: Int64?, isError: Bool) {
        let duration = max(0, duration ?? 0)
        self.init(longest: duration, costliest: max(0, cost ?? 0), longestFailure: isError ? duration : -1)
    }

    init(longest: Int64, costliest: Int64, longestFailure: Int64) {
        (self.longest, self.costliest, self.longestFailure) = (longest, costliest, longestFailure)
    }

    /// Takes further calls in.
    @inline(__always)
    mutating func add(_ more: CallPeaks) {
        longest = max(longest, more.longest)
        costliest = max(costliest, more.costliest)
        longestFailure = max(longestFailure, more.longestFailure)
    }

    /// Leaves only calls that `other` also speaks of.
    mutating func limit(to other: CallPeaks) {
        longest = min(longest, other.longest)
        costliest = min(costliest, other.costliest)
        longestFailure = min(longestFailure, other.longestFailure)
    }

    /// Whether some of the calls may reach each of these numbers.
    func reach(_ least: CallPeaks) -> Bool {
        longest >= least.longest && costliest >= least.costliest && longestFailure >= least.longestFailure
    }
}
