import Domain
import Synchronization

/// Lets a warning through to each client at most once a minute.
final class WarningLimiter: Sendable {
    private let last = Mutex<[String: Timestamp]>([:])
    private static let remembered = 1_024

    /// Whether `client` is to be warned at `time`.
    func admit(_ client: String, at time: Timestamp) -> Bool {
        last.withLock { last in
            if let previous = last[client], time >= previous, time.since(previous) < .minutes(1) { return false }
            if last.count >= WarningLimiter.remembered {
                last = last.filter { time.since($0.value) < .minutes(1) }
                if last.count >= WarningLimiter.remembered { return false }
            }
            last[client] = time
            return true
        }
    }
}
