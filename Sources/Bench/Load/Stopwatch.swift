import Glibc

/// Seconds on the clock that never jumps, or of the processor.
enum Stopwatch {
    static func now() -> Double { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }

    /// How long `work` takes, in seconds.
    static func seconds(_ work: () throws -> Void) rethrows -> Double {
        let begun = now()
        try work()
        return now() - begun
    }

    /// How long a processor is busy with `work`, in seconds: what else runs on the machine does not count.
    static func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
        let begun = read(CLOCK_THREAD_CPUTIME_ID)
        try work()
        return read(CLOCK_THREAD_CPUTIME_ID) - begun
    }
}
