import Console
import ControlClient
import Dispatch
import Domain
import Synchronization

/// A thread that has the collector carry out the console's commands, one after the other in their order.
final class ControlThread: Sendable {
    private struct Wish {
        var commands: [(id: CommandID, command: ControlCommand)] = []
        var isStopping = false
    }

    private let client: ControlClient
    private let queue: EventQueue
    private let wish = Mutex(Wish())
    private let signal = DispatchSemaphore(value: 0)
    private let end = DispatchSemaphore(value: 0)
    /// How long the end of the program waits for what was sent last.
    private static let patienceSeconds = 2.0

    /// A thread that sends to the collector of the store in the directory `store`, and what came of it to `queue`.
    init(queue: EventQueue, store: String) {
        (self.queue, client) = (queue, ControlClient(store: store))
        WorkerThread.start("control") { [self] in run() }
    }

    /// Has the command carried out after those before it.
    func perform(_ id: CommandID, _ command: ControlCommand) {
        wish.withLock { $0.commands.append((id, command)) }
        signal.signal()
    }

    /// Ends the thread after the commands that it was given, and waits a little for them.
    func stop() {
        wish.withLock { $0.isStopping = true }
        signal.signal()
        _ = end.wait(timeout: .now() + Self.patienceSeconds)
    }

    private func run() {
        var generator = SystemRandomNumberGenerator()
        while true {
            signal.wait()
            let next = wish.withLock { $0.commands.isEmpty ? nil : $0.commands.removeFirst() }
            if let next {
                queue.send(.event(.performed(next.id, send(next.command, key: IdempotencyKey(using: &generator)))))
            } else if wish.withLock({ $0.isStopping }) {
                end.signal()
                return
            }
        }
    }

    /// Sends the command. Whether one that was not answered was carried out, nobody knows: it is sent once more, which is safe under
    /// the same key.
    private func send(_ command: ControlCommand, key: IdempotencyKey) -> Result<ControlOutcome, ControlRefusal> {
        let first = attempt(command, key)
        guard case .failure(let refusal) = first, refusal.reason == .unavailable else { return first }
        return attempt(command, key)
    }

    private func attempt(_ command: ControlCommand, _ key: IdempotencyKey) -> Result<ControlOutcome, ControlRefusal> {
        do throws(ControlRefusal) {
            let answer = try client.send(command, key: key)
            if let outcome = command.outcomeWhenDone { return .success(outcome) }
            guard let feedback = Feedback(answer) else {
                throw ControlRefusal(
                    .failed, "the collector answered something that is no feedback; are both of one version?")
            }
            return .success(.feedback(feedback))
        } catch {
            return .failure(error)
        }
    }
}

extension ControlCommand {
    /// What came of it when the collector does not refuse it; nil where that stands in the answer.
    fileprivate var outcomeWhenDone: ControlOutcome? {
        switch self {
        case .acknowledge, .note, .silence, .endSilence: .alerts
        case .reviewPrompt: .review
        case .rollout: .rollout
        default: nil
        }
    }
}
