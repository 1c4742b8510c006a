import Foundation

/// A thread that can be waited for.
final class Worker: Sendable {
    private let finished = DispatchSemaphore(value: 0)

    init(_ work: @escaping @Sendable () -> Void) {
        let finished = finished
        Thread {
            work()
            finished.signal()
        }.start()
    }

    /// Waits until the work is done.
    func join() { finished.wait() }
}
