import ControlClient
import Domain
import Glibc
import Reports
import Storage

/// Starts or resumes a run and looks on until it ends. Whoever ends the command does not end the run.
struct EvaluationFollower {
    let store: StoreOption
    let json: Bool

    /// Sends `command`; then follows the run unless `detached`.
    func send(_ command: ControlCommand, detached: Bool) throws {
        let answer: JSON
        do throws(ControlRefusal) {
            var generator = SystemRandomNumberGenerator()
            answer = try ControlClient(store: store.path).send(command, key: IdempotencyKey(using: &generator))
        } catch {
            throw ProgramError(error).report()
        }
        guard let number = answer["id"]?.integer else { return StandardOutput.write(answer.text) }
        guard !detached else {
            return StandardOutput.write(
                json ? answer.text : "run \(number) is carried out; headframe eval show \(number)")
        }
        try ProgramError.reporting { try follow(EvaluationRunID(rawValue: number)) }
    }

    private func follow(_ id: EvaluationRunID) throws {
        let reader = try store.open()
        while true {
            guard let (run, results) = try reader.evaluation(id) else {
                throw ProgramError(exit: .damaged, message: "run \(id) is gone from \(store.path)")
            }
            guard run.state == .running else {
                StandardError.progress(nil)
                StandardOutput.write(json ? run.json.text : EvaluationReport.text(run, results))
                guard case .stopped = run.state else { return }
                throw ProgramError(exit: .undecided, message: "run \(id) stopped; headframe eval resume \(id)")
            }
            StandardError.progress("run \(id): \(EvaluationReport.progress(run))")
            poll(nil, 0, 250)
        }
    }
}
