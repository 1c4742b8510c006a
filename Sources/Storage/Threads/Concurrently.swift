import Synchronization

/// Independent pieces of work, done by this thread and others beside it.
enum Concurrently {
    /// The results of `body` for each of `pieces`, in their order. One thread alone does it where no other is to be had.
    static func map<Piece: Sendable, Result: Sendable>(
        _ pieces: [Piece], threads: Int, _ body: @escaping @Sendable (Piece) -> Result
    ) -> [Result] {
        let work = Work(pieces, body)
        let helpers = (1..<max(1, min(threads, pieces.count))).compactMap { _ in WorkerThread { work.run() } }
        work.run()
        for helper in helpers { helper.join() }
        return work.results
    }

    private final class Work<Piece: Sendable, Result: Sendable>: Sendable {
        private let pieces: [Piece]
        private let body: @Sendable (Piece) -> Result
        private let next = Atomic(0)
        private let done: Mutex<[Result?]>

        init(_ pieces: [Piece], _ body: @escaping @Sendable (Piece) -> Result) {
            (self.pieces, self.body) = (pieces, body)
            done = Mutex(Array(repeating: nil, count: pieces.count))
        }

        func run() {
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < pieces.count else { return }
                let result = body(pieces[index])
                done.withLock { $0[index] = result }
            }
        }

        /// In the order of the pieces, once every thread has ended.
        var results: [Result] { done.withLock { $0.compactMap { $0 } } }
    }
}
