import Domain
import Glibc

/// A moment on the clock that only moves forward: for deadlines and durations.
struct MonotonicTime: Comparable {
    var nanoseconds: Int64

    static func now() -> MonotonicTime { read(CLOCK_MONOTONIC) }

    /// Processor time that the calling thread has used.
    static func ofThread() -> MonotonicTime { read(CLOCK_THREAD_CPUTIME_ID) }

    private static func read(_ clock: clockid_t) -> MonotonicTime {
        var time = Glibc.timespec()
        clock_gettime(clock, &time)
        return MonotonicTime(nanoseconds: Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec))
    }

    func advanced(by duration: Nanoseconds) -> MonotonicTime {
        MonotonicTime(nanoseconds: nanoseconds.addingReportingOverflow(duration.count).partialValue)
    }

    func since(_ earlier: MonotonicTime) -> Nanoseconds { Nanoseconds(nanoseconds - earlier.nanoseconds) }

    var timespec: Glibc.timespec {
        Glibc.timespec(tv_sec: Int(nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    }

    static func < (a: MonotonicTime, b: MonotonicTime) -> Bool { a.nanoseconds < b.nanoseconds }
}
