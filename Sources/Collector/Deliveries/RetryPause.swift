import Domain

/// How long a delivery waits after an attempt that failed: seven times as long each time, and a little by chance, so that many senders
/// do not come back at the same moment.
enum RetryPause {
    /// Attempts that are made in all.
    static let attempts = 5
    /// No pause is longer, whatever the receiver asks for.
    static let longest = Duration.seconds(300)

    /// The pause after `failed` attempts that failed; nil when no more are to be made.
    ///
    /// - Parameter chance: from 0 to 1; the pause is half as long at 0.
    static func length(afterFailed failed: Int, chance: Double) -> Duration? {
        guard failed < attempts else { return nil }
        let whole = (1..<max(1, failed)).reduce(Duration.seconds(1)) { pause, _ in min(pause * 7, longest) }
        return whole * (0.5 + 0.5 * min(max(chance, 0), 1))
    }
}
