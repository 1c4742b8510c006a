import ArgumentParser
import ControlClient
import Domain

/// A command that has the collector change something: refusals end it with a sentence and the right code.
protocol CommandingCommand: ParsableCommand {
    var store: StoreOption { get }

    /// What is to be done.
    func command() throws -> ControlCommand
    /// What is printed when `answer` says that it is done.
    func report(_ answer: JSON) -> String
}

extension CommandingCommand {
    mutating func run() throws { try send() }

    /// Has the collector do it, and prints what became of it.
    func send() throws {
        do {
            var generator = SystemRandomNumberGenerator()
            let answer = try ControlClient(store: store.path)
                .send(try command(), key: IdempotencyKey(using: &generator))
            StandardOutput.write(report(answer))
        } catch let refusal as ControlRefusal {
            throw ProgramError(refusal).report()
        } catch let error as ProgramError {
            throw error.report()
        } catch let error as ValidationError {
            throw ProgramError(exit: .usage, message: error.message).report()
        }
    }
}

extension ProgramError {
    /// What becomes of the program when the collector does not do what it was asked.
    init(_ refusal: ControlRefusal) {
        let exit: ProgramExit =
            switch refusal.reason {
            case .notRunning, .unavailable: .collectorNotRunning
            case .notAllowed: .notAllowed
            case .moved: .no
            case .notFound: .notFound
            case .keyReused, .invalid: .usage
            case .failed: .internalError
            }
        self.init(exit: exit, message: refusal.message)
    }
}
