import Glibc

struct NeverHappened: Error {}

/// Returns when `condition` holds; fails when it does not within ten seconds.
func waitUntil(_ condition: () throws -> Bool) throws {
    for _ in 0..<2_000 {
        if try condition() { return }
        poll(nil, 0, 5)
    }
    throw NeverHappened()
}

/// A thread for what blocks.
final class TestThread {
    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    private var thread = pthread_t()

    init(_ body: @escaping @Sendable () -> Void) {
        let work = Unmanaged.passRetained(Work(body))
        pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<Work>.fromOpaque(context).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
    }

    func join() { pthread_join(thread, nil) }
}
