import Console
import Dispatch
import Domain
import Storage
import Synchronization

/// The thread that reads the store for the console: it answers the newest question, and tells when something new was committed.
///
/// A store that is not there yet, or goes away, is no reason to end: questions fail in words, and the store is opened again.
final class AnswerThread: Sendable {
    private struct Wish {
        var question: (id: QuestionID, question: Question)?
        var isStopping = false
    }

    private let open: @Sendable () throws -> StoreReader
    private let queue: EventQueue
    private let wish = Mutex(Wish())
    private let signal = DispatchSemaphore(value: 0)
    private static let pollSeconds = 0.2

    /// A thread that reads what `open` opens and sends what it finds to `queue`.
    init(queue: EventQueue, open: @escaping @Sendable () throws -> StoreReader) {
        (self.queue, self.open) = (queue, open)
        WorkerThread.start("answers") { [self] in run() }
    }

    /// Asks; an older question that is not begun is forgotten.
    func ask(_ id: QuestionID, _ question: Question) {
        wish.withLock { $0.question = (id, question) }
        signal.signal()
    }

    /// Ends the thread after what it is doing.
    func stop() {
        wish.withLock { $0.isStopping = true }
        signal.signal()
    }

    private func run() {
        var reader: StoreReader?
        var version: Int64?
        while true {
            _ = signal.wait(timeout: .now() + Self.pollSeconds)
            let (asked, isStopping) = wish.withLock { wish in
                defer { wish.question = nil }
                return (wish.question, wish.isStopping)
            }
            if isStopping { return }
            do {
                let source = try reader ?? open()
                reader = source
                let present = try source.version()
                if present != version {
                    version = present
                    queue.send(.event(.sourceChanged))
                }
                if let asked {
                    queue.send(.event(.answer(asked.id, .success(try asked.question.answer(from: source)))))
                }
            } catch {
                reader = nil
                if let asked {
                    queue.send(.event(.answer(asked.id, .failure(AnswerFailure(Self.reason(of: error))))))
                }
            }
        }
    }

    /// What is wrong. Of a store that is not there yet, what to do comes before where it is: the line may be cut at its end.
    private static func reason(of error: any Error) -> String {
        guard case StoreError.notAStore(let path, let reason) = error else { return String(describing: error) }
        return "\(reason) (\(path))"
    }
}
