import Glibc

/// Seconds on the clock that never jumps.
enum Stopwatch {
    static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// How long `work` takes, in seconds.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let begun = now()
        try work()
        return now() - begun
    }
}
