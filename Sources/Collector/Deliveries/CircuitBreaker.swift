/// Leaves a receiver alone for a while after too many failures in a row. After that one attempt shows whether it has recovered.
struct CircuitBreaker {
    private static let mostFailures = 5
    private static let pause = Duration.seconds(60)

    private var failures = 0
    /// Until when nothing is to be tried; nil while it is tried.
    private(set) var openUntil: ContinuousClock.Instant?

    mutating func succeeded() { self = CircuitBreaker() }

    mutating func failed(at now: ContinuousClock.Instant) {
        failures += 1
        if failures >= Self.mostFailures { openUntil = now + Self.pause }
    }
}
