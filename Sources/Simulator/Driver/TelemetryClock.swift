import Domain

/// The time in the simulated world: it begins at a moment and runs so many times faster than the real one, which is taken from a
/// monotonic clock.
public struct TelemetryClock: WallClock {
    private let beginning: Timestamp
    private let speed: Double
    private let anchor: ContinuousClock.Instant

    /// A clock that shows `beginning` now. `speed` counts within 0.01 … 1000.
    public init(beginning: Timestamp, speed: Double) {
        self.beginning = beginning
        self.speed = speed.isFinite ? min(max(speed, 0.01), 1000) : 1
        anchor = .now
    }

    public func now() -> Timestamp {
        let (seconds, attoseconds) = (ContinuousClock.now - anchor).components
        let elapsed = (Double(seconds) + Double(attoseconds) / 1e18) * speed
        return beginning.advanced(by: Nanoseconds(Int64(min(elapsed, 1e9) * 1e9)))
    }
}
