extension LintFindings {
    /// Judges the numbers of one call.
    ///
    /// - Parameters:
    ///   - usage: its tokens after repair.
    ///   - total: all its tokens, as the client says them.
    ///   - flags: what had to be repaired.
    ///   - isAnswered: whether the model's answer is on record; asked only when there are no tokens.
    public init(
        of usage: TokenUsage, total: Int64?, flags: TelemetryFlags, isAnswered: @autoclosure () -> Bool
    ) {
        self = []
        if !flags.isDisjoint(with: [.cacheOutsideInput, .reasoningOutsideOutput, .usage]) {
            insert(.cacheOutsideInput, when: flags.contains(.cacheOutsideInput))
            insert(.reasoningOutsideOutput, when: flags.contains(.reasoningOutsideOutput))
            insert(.impossibleCount, when: flags.contains(.usage))
        }
        if let audio = usage.audioInput, let input = usage.input { insert(.audioBeyondInput, when: audio > input) }
        if let audio = usage.audioOutput, let output = usage.output { insert(.audioBeyondOutput, when: audio > output) }
        if let total, let input = usage.input {
            insert(.totalMismatch, when: !Self.isSum(total, of: usage, input: input, flags: flags))
        }
        if usage.input == 0, usage.output ?? 0 == 0 { insert(.placeholderUsage, when: isAnswered()) }
    }

    /// Whether `total` is input and output together, with or without the parts that were added to them.
    private static func isSum(_ total: Int64, of usage: TokenUsage, input: Int64, flags: TelemetryFlags) -> Bool {
        let sum = input &+ (usage.output ?? 0)
        if total == sum { return true }
        let written = max(usage.cacheWrite ?? 0, usage.cacheWriteLong ?? 0)
        let cached = flags.contains(.cacheOutsideInput) ? (usage.cacheRead ?? 0) &+ written : 0
        let reasoning = flags.contains(.reasoningOutsideOutput) ? usage.reasoning ?? 0 : 0
        return [sum &- cached, sum &- reasoning, sum &- cached &- reasoning].contains(total)
    }
}
