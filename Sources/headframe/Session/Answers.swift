import Console
import Storage

/// Who answers the console's questions. Sums and rows are read by different threads, so that a long search never makes the numbers
/// of the header old.
struct Answers: Sendable {
    private let sums: AnswerThread
    private let rows: AnswerThread

    /// Threads that read what `open` opens and send what they find to `queue`.
    init(queue: EventQueue, open: @escaping @Sendable () throws -> StoreReader) {
        sums = AnswerThread(
            queue: queue, kinds: [.overview, .board, .alert, .rollouts, .rollout, .vocabulary, .health],
            tellsChanges: true, open: open)
        rows = AnswerThread(
            queue: queue,
            kinds: [
                .reading, .request, .session, .dossier, .preview, .prompts, .comparison, .evaluations, .audit,
                .requests,
            ], tellsChanges: false, open: open)
    }

    func ask(_ id: QuestionID, _ question: Question) { thread(for: id).ask(id, question) }

    func cancel(_ id: QuestionID) { thread(for: id).cancel(id) }

    func stop() {
        sums.stop()
        rows.stop()
    }

    private func thread(for id: QuestionID) -> AnswerThread {
        switch id.kind {
        case .overview, .board, .alert, .rollouts, .rollout, .vocabulary, .health: sums
        case .requests, .request, .reading, .session, .dossier, .preview, .prompts, .comparison, .evaluations, .audit:
            rows
        }
    }
}
