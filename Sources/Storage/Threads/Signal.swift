import Domain
import Glibc

/// A mutex and a condition on which one thread waits for others, with a time limit that no step of the wall clock touches.
///
/// Sendable because both live behind one stable allocation and the C library's calls on them may come from any thread.
final class Signal: @unchecked Sendable {
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    init() {
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(condition, &attributes)
        pthread_condattr_destroy(&attributes)
    }

    deinit {
        pthread_cond_destroy(condition)
        pthread_mutex_destroy(mutex)
        condition.deallocate()
        mutex.deallocate()
    }

    /// Runs `body` while nobody else does.
    func locked<Result>(_ body: () throws -> Result) rethrows -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return try body()
    }

    /// Wakes whoever waits. Call while locked.
    func wake() { pthread_cond_broadcast(condition) }

    /// Waits, within `locked`, until woken or until `deadline` on the monotonic clock; may return early.
    func wait(until deadline: MonotonicTime) {
        var time = deadline.timespec
        pthread_cond_timedwait(condition, mutex, &time)
    }
}
