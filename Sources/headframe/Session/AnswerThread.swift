import Console
import Dispatch
import Domain
import Storage
import Synchronization

/// A thread that reads the store for the console: it answers the newest question of each kind, and tells when something new was
/// committed.
///
/// A store that is not there yet, or goes away, is no reason to end: questions fail in words, and the store is opened again.
final class AnswerThread: Sendable {
    private struct Wish {
        var questions: [QuestionID.Kind: (id: QuestionID, question: Question)] = [:]
        var cancelled: QuestionID?
        var isStopping = false
    }

    private let open: @Sendable () throws -> StoreReader
    private let kinds: [QuestionID.Kind]
    private let tellsChanges: Bool
    private let queue: EventQueue
    private let wish = Mutex(Wish())
    private let signal = DispatchSemaphore(value: 0)
    private static let pollSeconds = 0.2

    /// A thread that reads what `open` opens and sends what it finds to `queue`.
    ///
    /// - Parameters:
    ///   - kinds: what it is asked, the most urgent first.
    ///   - tellsChanges: whether it says that something new was committed.
    init(
        queue: EventQueue, kinds: [QuestionID.Kind], tellsChanges: Bool,
        open: @escaping @Sendable () throws -> StoreReader
    ) {
        (self.queue, self.kinds, self.tellsChanges, self.open) = (queue, kinds, tellsChanges, open)
        WorkerThread.start("answers") { [self] in run() }
    }

    /// Asks; an older question of the same kind is forgotten, or ended with what was found.
    func ask(_ id: QuestionID, _ question: Question) {
        wish.withLock { $0.questions[id.kind] = (id, question) }
        signal.signal()
    }

    /// Ends the question with what was found.
    func cancel(_ id: QuestionID) { wish.withLock { $0.cancelled = id } }

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
                let kind = kinds.first { wish.questions[$0] != nil }
                return (kind.flatMap { wish.questions.removeValue(forKey: $0) }, wish.isStopping)
            }
            if isStopping { return }
            if asked == nil, !tellsChanges { continue }
            // More may wait than signals were given for.
            if asked != nil { signal.signal() }
            do {
                let source = try reader ?? open()
                reader = source
                if tellsChanges {
                    let present = try source.version()
                    if present != version {
                        version = present
                        queue.send(.event(.sourceChanged))
                    }
                }
                if let asked {
                    let answer = try asked.question.answer(from: source) { goesOn(asked.id, $0) }
                    queue.send(.event(.answer(asked.id, .success(answer))))
                }
            } catch {
                reader = nil
                if let asked {
                    queue.send(.event(.answer(asked.id, .failure(AnswerFailure(Self.reason(of: error))))))
                }
            }
        }
    }

    /// Tells how far a question has come. False when nobody waits for more of it, or something more urgent came.
    private func goesOn(_ id: QuestionID, _ progress: SearchProgress) -> Bool {
        queue.send(.event(.progress(id, progress)))
        return wish.withLock { $0.cancelled != id && $0.questions.isEmpty && !$0.isStopping }
    }

    /// What is wrong. Of a store that is not there yet, what to do comes before where it is: the line may be cut at its end.
    private static func reason(of error: any Error) -> String {
        guard case StoreError.notAStore(let path, let reason) = error else { return String(describing: error) }
        return "\(reason) (\(path))"
    }
}
