#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the time comes from. Everything that depends on the time takes a clock or a moment, so that tests and replay own it.
public protocol WallClock: Sendable {
    /// The present moment.
    func now() -> Timestamp
}

/// The clock of the machine.
public struct SystemClock: WallClock {
    /// The clock of the machine.
    public init() {}

    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(seconds: Int64(time.tv_sec)).advanced(by: Nanoseconds(Int64(time.tv_nsec)))
    }
}
