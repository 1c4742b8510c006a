/// Between which numbers the calls of a block lie that may match.
struct CallBounds {
    private let least: CallBrief
    private let most: CallBrief
    /// The most that failed calls have.
    private let longestFailure: UInt32

    /// - Parameters:
    ///   - least: what each call reaches.
    ///   - most: what none exceeds.
    init(least: CallPeaks, most: CallPeaks) {
        // Codes have the order of the numbers, so rounding loses no call.
        self.least = CallBrief(least)
        self.most = CallBrief(most)
        longestFailure = CallBrief.code(most.longestFailure)
    }

    @inline(__always)
    func contain(_ call: CallBrief) -> Bool {
        call.duration >= least.duration && call.cost >= least.cost && call.cost <= most.cost
            && (call.isFailed ? call.duration <= longestFailure : !least.isFailed && call.duration <= most.duration)
    }
}
