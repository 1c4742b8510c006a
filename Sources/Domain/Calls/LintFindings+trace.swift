extension LintFindings {
    /// One counted call of a trace, as far as it is compared with the others.
    public struct CountedCall: Sendable {
        public var responseID: String?
        public var usage: TokenUsage

        /// A call that gave the response `responseID` for `usage`.
        public init(responseID: String?, usage: TokenUsage) { (self.responseID, self.usage) = (responseID, usage) }
    }

    /// What the counted calls of one trace (innermost, with usage of their own) look like beside one another: an element for each call,
    /// in their order. Linear in their number; the order does not matter.
    public static func amongCalls(_ calls: [CountedCall]) -> [LintFindings] {
        var findings = [LintFindings](repeating: [], count: calls.count)
        var firsts: [String: Int] = [:]
        for (index, call) in calls.enumerated() {
            guard let response = call.responseID, !response.isEmpty else { continue }
            if let first = firsts[response] {
                for repeated in [first, index] { findings[repeated].insert(.repeatedResponse, when: true) }
            } else {
                firsts[response] = index
            }
        }
        let known = calls.filter { $0.usage.input ?? 0 > 0 }
        // Of two equal calls neither is a sum.
        guard known.count > 2 else { return findings }
        let input = known.reduce(0) { $0 &+ ($1.usage.input ?? 0) }
        let output = known.reduce(0) { $0 &+ ($1.usage.output ?? 0) }
        for (index, call) in calls.enumerated() {
            guard let own = call.usage.input, own > 0 else { continue }
            let isSum = own &* 2 == input && (call.usage.output ?? 0) &* 2 == output
            findings[index].insert(.sumOfOthers, when: isSum)
        }
        return findings
    }
}
