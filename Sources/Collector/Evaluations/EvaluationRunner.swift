import Dispatch
import Domain
import Evaluation
import Logging
import NIOPosix
import Storage
import Synchronization

/// Carries one run out: asks what waits, some questions at a time, until all are settled, the money is spent, nothing will be answered, or
/// somebody ends it.
final class EvaluationRunner: Sendable {
    private struct State {
        var waiting: ArraySlice<WaitingQuestion>
        var underWay = 0
        /// What answers of this run have cost, and how many had a price.
        var spent: Money
        var priced: Int
        /// Failures without an answer between them.
        var failedInARow = 0
        var end: EvaluationRun.State?
        var isInterrupted = false
    }

    private let run: EvaluationRun
    private let endpoint: ModelEndpoint
    private let setting: EvaluationSetting
    private let state: Mutex<State>
    private let stopped = DispatchSemaphore(value: 0)
    private static let attempts = 5
    private static let longestPause = Duration.seconds(60)
    /// A server that fails so often in a row will not answer the next one.
    private static let mostFailures = 10

    init(_ run: EvaluationRun, _ questions: [WaitingQuestion], _ endpoint: ModelEndpoint, _ setting: EvaluationSetting)
    {
        (self.run, self.endpoint, self.setting) = (run, endpoint, setting)
        state = Mutex(
            State(
                waiting: questions[...], spent: run.cost ?? .zero, priced: run.answered - run.cached - run.unpriced))
    }

    /// Asks. Returns when nothing more is to be done.
    ///
    /// - Returns: how the run stands now; nil when a later process goes on with it.
    func carryOut() -> EvaluationRun.State? {
        let count = max(1, min(run.plan.concurrency, EvaluationDraft.mostConcurrency))
        let threads = NIOThreadPool(numberOfThreads: count)
        threads.start()
        let group = DispatchGroup()
        for _ in 0..<count {
            group.enter()
            threads.submit { [self] threadState in
                if threadState == .active { work() }
                group.leave()
            }
        }
        group.wait()
        try? threads.syncShutdownGracefully()
        return state.withLock { state in state.isInterrupted ? nil : state.end ?? .finished }
    }

    /// Ends it at once, for good or until the next process.
    func stop(_ end: EvaluationRun.State?) {
        state.withLock { state in
            if let end { state.end = state.end ?? end } else { state.isInterrupted = true }
        }
        endpoint.close()
        for _ in 0..<EvaluationDraft.mostConcurrency { stopped.signal() }
    }

    private var isOver: Bool { state.withLock { $0.end != nil || $0.isInterrupted } }

    private func work() {
        while let question = next() {
            do {
                try settle(question)
            } catch {
                setting.logger.error("an evaluation stops", metadata: ["run": "\(run.id)", "error": "\(error)"])
                end("the answers cannot be stored: \(error)")
            }
            state.withLock { $0.underWay -= 1 }
        }
    }

    /// The next question; nil when none is to be asked any more.
    private func next() -> WaitingQuestion? {
        state.withLock { state in
            guard state.end == nil, !state.isInterrupted, let question = state.waiting.first else { return nil }
            if let limit = run.plan.limit, Self.expected(state) >= limit {
                let spent = String(state.spent.usd)
                state.end = .stopped("it has cost $\(spent) of $\(limit.usd); resume it with a higher limit")
                return nil
            }
            state.waiting = state.waiting.dropFirst()
            state.underWay += 1
            return question
        }
    }

    /// What will have been spent once everything under way is answered.
    private static func expected(_ state: State) -> Money {
        guard state.priced > 0 else { return state.spent }
        let (mean, count) = (state.spent.nanodollars / Int64(state.priced), Int64(state.underWay))
        let (open, overflow) = mean.multipliedReportingOverflow(by: count)
        return state.spent + Money(nanodollars: overflow ? .max : open)
    }

    private func settle(_ question: WaitingQuestion) throws {
        if var known = try setting.store.known(question) {
            known.isCached = true
            return try store(known, to: question)
        }
        var answer: EvaluationAnswer
        do throws(ModelFailure) { answer = try ask(question.request) } catch { return try note(error, question) }
        answer.cost = price(of: answer)
        state.withLock { state in
            state.failedInARow = 0
            guard let cost = answer.cost else { return }
            (state.spent, state.priced) = (state.spent + cost, state.priced + 1)
        }
        try store(answer, to: question)
        if answer.cost == nil, run.plan.limit != nil {
            end(
                "the server says no usage, or the model \(run.plan.model ?? "") has no price: the limit cannot be kept")
        }
    }

    private func store(_ answer: EvaluationAnswer, to question: WaitingQuestion) throws {
        let verdicts = AnswerScorer.verdicts(on: answer, to: question.item)
        try setting.store.settle(question, of: run.id, .answered(answer), verdicts)
    }

    private func note(_ failure: ModelFailure, _ question: WaitingQuestion) throws {
        switch failure.consequence {
        case .interruption: return
        case .run: return end("\(run.plan.endpoint ?? "the endpoint") \(failure)")
        case .again, .question: break
        }
        try setting.store.settle(question, of: run.id, .failed(failure.description), [:])
        let failures = state.withLock { state in
            state.failedInARow += 1
            return state.failedInARow
        }
        if failures >= Self.mostFailures { end("\(failures) questions in a row had no answer; the last: \(failure)") }
    }

    private func end(_ reason: String) {
        state.withLock { $0.end = $0.end ?? .stopped(reason) }
        for _ in 0..<EvaluationDraft.mostConcurrency { stopped.signal() }
    }

    /// Asks until there is an answer, or it makes no sense any more.
    private func ask(_ request: JSON) throws(ModelFailure) -> EvaluationAnswer {
        var pause = setting.firstPause
        for attempt in 1... {
            do throws(ModelFailure) {
                return try endpoint.answer(to: request)
            } catch {
                guard case .again(let wanted) = error.consequence, attempt < Self.attempts else { throw error }
                // A little by chance, so that all do not come back at the same moment.
                wait(min(Self.longestPause, max(wanted ?? .zero, pause * Double.random(in: 0.5...1))))
                guard !isOver else { throw ModelFailure(.interruption, "the run ends") }
                pause *= 2
            }
        }
        throw ModelFailure(.interruption, "the run ends")
    }

    private func wait(_ length: Duration) {
        let (seconds, attoseconds) = length.components
        let nanoseconds = Int(clamping: min(seconds, 3_600) * 1_000_000_000 + attoseconds / 1_000_000_000)
        _ = stopped.wait(timeout: .now() + .nanoseconds(nanoseconds))
    }

    /// By the model that answered, else by the one that was asked for.
    private func price(of answer: EvaluationAnswer) -> Money? {
        guard answer.usage.isKnown else { return nil }
        return answer.model.flatMap { setting.price(answer.usage, $0) }
            ?? run.plan.model.flatMap { setting.price(answer.usage, $0) }
    }
}
