import Domain
import Storage

/// When a receiver may be tried again.
struct DeliveryPlan {
    private(set) var circuit = CircuitBreaker()
    /// Which delivery has to wait, and until when; nil while none has to.
    private var pause: (key: IdempotencyKey, end: ContinuousClock.Instant)?

    /// When `delivery` may be tried, at `now` at the earliest. What an earlier process left is waited for as long as the clocks of both
    /// make that sensible.
    func due(_ delivery: Delivery, at now: ContinuousClock.Instant, _ time: Timestamp) -> ContinuousClock.Instant {
        var due = now
        if let pause, pause.key == delivery.key {
            due = max(due, pause.end)
        } else if delivery.attempts > 0 {
            let left = Duration.nanoseconds(delivery.due.since(time).count)
            due += min(max(left, .zero), RetryPause.longest)
        }
        return max(due, circuit.openUntil ?? now)
    }

    mutating func succeeded() { (circuit, pause) = (CircuitBreaker(), nil) }

    /// Notes that an attempt failed.
    ///
    /// - Returns: the pause until the next one; nil when there is to be none.
    mutating func failed(
        _ delivery: Delivery, _ failure: DeliveryFailure, at now: ContinuousClock.Instant, chance: Double
    ) -> Duration? {
        circuit.failed(at: now)
        guard let usual = RetryPause.length(afterFailed: delivery.attempts + 1, chance: chance) else {
            pause = nil
            return nil
        }
        let length = min(max(usual, failure.retryAfter ?? .zero), RetryPause.longest)
        pause = (delivery.key, now + length)
        return length
    }

    /// Notes that what has to be said again and again could not be said.
    mutating func failedToRepeat(at now: ContinuousClock.Instant) { circuit.failed(at: now) }
}
