import NIOCore
import NIOPosix

/// Does something regularly on a thread of its own, where it may wait for the disk.
final class Ticker: Sendable {
    private let thread = NIOThreadPool(numberOfThreads: 1)
    private let task: RepeatedTask

    init(every interval: TimeAmount, on eventLoop: any EventLoop, _ body: @escaping @Sendable () -> Void) {
        thread.start()
        let thread = thread
        task = eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: interval) { _ in
            thread.submit { state in if state == .active { body() } }
        }
    }

    /// Returns when it does nothing any more.
    func stop() {
        task.cancel()
        try? thread.syncShutdownGracefully()
    }
}
