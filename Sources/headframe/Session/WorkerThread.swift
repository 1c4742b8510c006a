import Foundation

/// A thread of its own for one piece of work.
enum WorkerThread {
    /// Starts a thread called `name` that does `work`.
    static func start(_ name: String, _ work: @escaping @Sendable () -> Void) {
        let thread = Thread(block: work)
        thread.name = name
        thread.start()
    }
}
