import ArgumentParser
import Domain
import Reports
import Storage

/// `headframe eval list`: runs, newest first.
struct EvalListCommand: ReadingCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "Runs, newest first.")

    @OptionGroup var store: StoreOption

    @Option(help: ArgumentHelp("Only runs of this prompt.", valueName: "name"))
    var prompt: String?

    @Option(help: ArgumentHelp("At most so many.", valueName: "number"))
    var limit: Int = 50

    @Flag(help: "Print JSON, a run a line.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let runs = try reader.evaluationRuns(of: prompt, limit: limit)
        return json ? runs.map(\.json.text).joined(separator: "\n") : EvaluationReport.text(runs)
    }
}

/// `headframe eval show`: one run.
struct EvalShowCommand: ReadingCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "A run with its scores.")

    @OptionGroup var store: StoreOption

    @Argument(help: ArgumentHelp("The number of the run.", valueName: "run"))
    var number: String

    @Flag(help: "Print JSON with every answer.")
    var json = false

    func answer(from reader: StoreReader, now: Timestamp) throws -> String {
        let (run, results) = try reader.existingEvaluation(number)
        guard json else { return EvaluationReport.text(run, results) }
        return JSON.object((run.json.members ?? []) + [.init("results", .array(results.map(\.json)))]).text
    }
}

extension StoreReader {
    /// The run that `text` numbers.
    ///
    /// - Throws: `ProgramError` when there is none.
    func existingEvaluation(_ text: String) throws -> (run: EvaluationRun, results: [EvaluationResult]) {
        guard let id = EvaluationRunID(text) else {
            throw ValidationError("'\(text)' is no number of a run; headframe eval list shows them.")
        }
        guard let found = try evaluation(id) else {
            throw ProgramError(exit: .notFound, message: "there is no run \(id); headframe eval list shows them")
        }
        return found
    }
}
