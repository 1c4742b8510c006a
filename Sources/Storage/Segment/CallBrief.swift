/// What searches choose and order an LLM call by: its numbers are rounded up to five binary digits, so less than 7 % too high.
struct CallBrief: Hashable {
    var isFailed: Bool
    /// Codes of `RoundedNumber`, of ten bits.
    var duration: UInt32
    var cost: UInt32

    @inline(__always)
    init(isFailed: Bool, duration: UInt32, cost: UInt32) {
        (self.isFailed, self.duration, self.cost) = (isFailed, duration, cost)
    }

    /// Of the call that alone has these peaks.
    init(_ peaks: CallPeaks) {
        self.init(
            isFailed: peaks.longestFailure >= 0, duration: Self.code(peaks.longest), cost: Self.code(peaks.costliest))
    }

    /// What the call does not exceed.
    var peaks: CallPeaks {
        let longest = Self.number(duration)
        return CallPeaks(longest: longest, costliest: Self.number(cost), longestFailure: isFailed ? longest : -1)
    }

    /// Rises to what neither call exceeds.
    @inline(__always)
    mutating func add(_ other: CallBrief) {
        isFailed = isFailed || other.isFailed
        duration = max(duration, other.duration)
        cost = max(cost, other.cost)
    }

    static func code(_ number: Int64) -> UInt32 {
        UInt32(truncatingIfNeeded: RoundedNumber.code(number, digits: digits))
    }

    static func number(_ code: UInt32) -> Int64 { RoundedNumber.number(UInt64(code), digits: digits) }

    private static let digits: UInt64 = 5
}
